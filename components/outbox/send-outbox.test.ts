import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FetchProblem } from '@/components/live/fetch-json'
import type { Stow, StowConfirmed } from '@/lib/inventory/stow-schema'
import { type Act, emptyDraft, thingOf } from './act'
import { type OutboxRecord, withAct } from './outbox-record'
import { OutboxStore } from './outbox-store'
import { type Doors, sendOutbox } from './send-outbox'

const at = '2026-11-21T10:00:00Z'

const counted = (operationId: string, countId = 'c1'): Act => ({
  ...{ kind: 'count-line', operationId, at, countId, name: 'Milk' },
  line: { operationId, bin: 'A01-01-A1', sku: 'MILK-1L', quantity: 3, at },
})
const stowed = (operationId: string, bin = 'A01-01-A1', loadId = '7'): Act => ({
  ...{ kind: 'stow', operationId, at, stowId: 's1', name: 'Milk' },
  said: { operationId, loadId, bin, quantity: 3, at },
})
const moved = (operationId: string, moveId = 'm1'): Act => ({
  ...{ kind: 'move', operationId, at, site: 'TEST-1', moveId, name: 'Milk' },
  said: { transfer: 0, bin: 'B01-01-A1', quantity: 3, at },
})
const picked = (operationId: string, seq: number): Act => ({
  ...{ kind: 'pick', operationId, at, tourId: 't1', seq, bin: 'A01-01-A1', sku: 'MILK-1L' },
  ...{ quantity: 1, total: 1 },
})

/** The phone's disk outlives the phone's page. */
function disk() {
  let kept: unknown
  const open = async () => {
    const store = new OutboxStore(async (change) => {
      kept = change(structuredClone(kept))
    })
    await store.change((record) => record)
    return store
  }
  return { open }
}

async function phoneWith(...acts: Act[]) {
  const { open } = disk()
  const store = await open()
  // Picks of a tour that has gone to somebody else meanwhile are told all the same.
  await store.change((record) => ({ ...record, acts }))
  return { store, open }
}

const ids = (store: OutboxStore) => store.read()?.acts.map(({ operationId }) => operationId)
const stow = (state: 'open' | 'stowed'): Stow =>
  ({ stowId: 's1', name: 'Milk', bins: [{ loadId: '7', state }] }) as Stow

/** A server that takes everything, unless `refuse` says otherwise, and notes what it was told. */
function house(refuse: (operationIds: string[]) => number | null = () => null) {
  const told: string[] = []
  const take = async (door: string, operationIds: string[]) => {
    const status = refuse(operationIds)
    if (status !== null) throw new FetchProblem(status, 'no such thing')
    told.push(`${door}: ${operationIds.join(' ')}`)
  }
  const doors: Doors = {
    confirm: async (tourId, picks) => {
      await take(
        tourId,
        picks.map(({ operationId }) => operationId),
      )
      return { results: picks.map(({ operationId, seq }) => ({ operationId, seq, outcome: 'recorded' })) }
    },
    short: () => Promise.reject(new Error('nobody goes short here')),
    giveBack: (tourId) => take(tourId, []),
    count: (countId, lines) =>
      take(
        countId,
        lines.map(({ operationId }) => operationId),
      ),
    stow: async (stowId, { operationId, bin, quantity }): Promise<StowConfirmed> => {
      await take(stowId, [operationId])
      return { bin, quantity, isPlanned: true, stow: stow('stowed') }
    },
    move: (_, moveId, { bin }) => take(moveId, [bin]),
  }
  return { told, doors }
}

describe('the outbox', () => {
  it('tells work of every kind at its own door, in the order in which it was done', async () => {
    const { store } = await phoneWith(
      picked('p1', 1),
      picked('p2', 2),
      counted('c'),
      stowed('s'),
      moved('m'),
      picked('p3', 3),
    )
    const { told, doors } = house()
    expect(await sendOutbox(store, doors)).toBe(true)
    expect(told).toEqual(['t1: p1 p2 p3', 'c1: c', 's1: s', 'm1: B01-01-A1'])
    expect(ids(store)).toEqual([])
  })

  it('lets lines go once the server has them, count by count', async () => {
    const { store } = await phoneWith(counted('o1'), counted('o2', 'c2'), counted('o3'))
    const { told, doors } = house()
    expect(await sendOutbox(store, doors)).toBe(true)
    expect(told).toEqual(['c1: o1 o3', 'c2: o2'])
    expect(ids(store)).toEqual([])
  })

  it.each([0, 429, 500, 503, 401])(
    'keeps what met status %i, over a closed page, to send it later',
    async (status) => {
      const { store, open } = await phoneWith(counted('o1'), stowed('s'), moved('m'))
      expect(await sendOutbox(store, house(() => status).doors)).toBe(false)
      expect(ids(await open())).toEqual(['o1', 's', 'm'])
      expect(store.read()?.notices).toEqual([])
    },
  )

  it('turns the one line that is refused for good into a notice, and sends the others', async () => {
    const { store } = await phoneWith(counted('good'), counted('bad'), counted('fine'))
    const { told, doors } = house((operationIds) => (operationIds.includes('bad') ? 400 : null))
    expect(await sendOutbox(store, doors)).toBe(true)
    expect(told).toEqual(['c1: good', 'c1: fine'])
    expect(store.read()).toMatchObject({
      acts: [],
      notices: [{ id: 'bad', title: 'Not taken: 3 × Milk, A01-01-A1', text: 'no such thing' }],
    })
  })

  it('is held back by a door that cannot take one now only where it is about the same thing', async () => {
    const { store } = await phoneWith(counted('o1'), stowed('s'), counted('o2'), moved('m'))
    const { told, doors } = house((operationIds) => (operationIds.includes('o1') ? 503 : null))
    expect(await sendOutbox(store, doors)).toBe(false)
    expect(told).toEqual(['s1: s', 'm1: B01-01-A1'])
    expect(ids(store)).toEqual(['o1', 'o2'])
  })

  it('goes on with the next item once a stow is told, or with the bin that is right', async () => {
    const { store } = await phoneWith()
    await store.change((now) => ({ ...now, stow: { ...emptyDraft('TEST-1'), stow: stow('open') } }))
    await store.change((now) => withAct(now, stowed('wrong', 'NO-SUCH-BIN')))
    const { doors } = house((operationIds) => (operationIds.includes('wrong') ? 422 : null))
    await sendOutbox(store, doors)
    expect(store.read()).toMatchObject({ stow: { stow: { stowId: 's1' } }, notices: [{ id: 'stow 7' }] })
    await store.change((now) => withAct(now, stowed('right')))
    expect(store.read()?.notices).toEqual([])
    await sendOutbox(store, doors)
    expect(store.read()?.stow).toMatchObject({
      stow: null,
      last: { bin: 'A01-01-A1', text: '3 × Milk', isPlanned: true },
    })
  })

  it('shows what is typed at once, and keeps all of it', async () => {
    const { store, open } = await phoneWith()
    await store.change((now) => ({ ...now, stow: emptyDraft('TEST-1') }))
    const typed = (lot: string) =>
      store.type((now): OutboxRecord => ({ ...now, stow: now.stow && { ...now.stow, lot } }))
    const seen: (string | undefined)[] = []
    store.watch(() => seen.push(store.read()?.stow?.lot))
    await Promise.all(['L', 'L7', 'L77'].map(typed))
    expect(seen.slice(0, 3)).toEqual(['L', 'L7', 'L77'])
    expect(new Set(seen.slice(3))).toEqual(new Set(['L77']))
    expect((await open()).read()?.stow?.lot).toBe('L77')
  })
})

it('tells everything once and of each thing in order, over any network and any killed page', async () => {
  const kinds = fc.constantFrom(
    (id: string) => counted(id, 'c1'),
    (id: string) => counted(id, 'c2'),
    (id: string) => stowed(id),
    (id: string) => moved(id),
  )
  const statuses = fc.array(fc.constantFrom(null, null, 0, 503), { maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(
      fc.array(kinds, { maxLength: 12 }),
      statuses,
      fc.boolean(),
      async (make, line, isKilled) => {
        const acts = make.map((act, index) => act(`o${index}`))
        const phone = await phoneWith(...acts)
        const taken = new Map<string, string[]>()
        const network = [...line]
        const over = (thing: string, operationIds: string[]) => {
          const status = network.shift() ?? null
          if (status !== null) return Promise.reject(new FetchProblem(status, 'later'))
          const known = taken.get(thing) ?? []
          taken.set(thing, [...known, ...operationIds.filter((id) => !known.includes(id))])
          // The answer may be lost as well as the question.
          return (network.shift() ?? null) === null
            ? Promise.resolve()
            : Promise.reject(new FetchProblem(0, 'lost'))
        }
        const doors: Doors = {
          ...house().doors,
          count: (countId, lines) =>
            over(
              `count ${countId}`,
              lines.map(({ operationId }) => operationId),
            ),
          stow: async (stowId, { operationId, bin, quantity }) => {
            await over(`stow ${stowId}`, [operationId])
            return { bin, quantity, isPlanned: true, stow: stow('open') }
          },
          move: (_, moveId) => over(`move ${moveId}`, []),
        }
        let { store } = phone
        while (!(await sendOutbox(store, doors))) if (isKilled) store = await phone.open()
        expect(ids(store)).toEqual([])
        for (const [thing, operationIds] of taken)
          if (!thing.startsWith('move'))
            expect(operationIds).toEqual(
              acts.filter((act) => thingOf(act) === thing).map(({ operationId }) => operationId),
            )
        expect(new Set(taken.keys())).toEqual(new Set(acts.map(thingOf)))
      },
    ),
  )
})
