import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FetchProblem } from '@/components/live/fetch-json'
import { shownTour, withAct, withTour } from '@/components/outbox/outbox-record'
import { OutboxStore } from '@/components/outbox/outbox-store'
import { type Doors, sendOutbox } from '@/components/outbox/send-outbox'
import { advanceTour, type PickerAct } from '@/lib/picking/rules/advance-tour'
import type { ConfirmationResult, Tour } from '@/lib/picking/schema'
import { tourOf } from '@/lib/testing/tour-of'
import { hearOfTour } from './hear-of-tour'

const at = '2026-11-21T10:00:00Z'
const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const pick = (seq: number, quantity = 1): PickerAct => ({
  kind: 'pick',
  operationId: idOf(seq),
  tourId: 'tour-1',
  seq,
  bin: `A01-0${seq}-A1`,
  sku: `SKU-${seq}`,
  quantity,
  total: quantity,
  at,
})
const short = (seq: number): PickerAct => ({
  kind: 'short',
  operationId: idOf(seq),
  tourId: 'tour-1',
  seq,
  found: 0,
  total: 0,
  reason: 'too-few',
  at,
})

type TourDoors = Doors & { read: (tourId: string) => Promise<Tour> }

/** What a page does at every turn. */
const syncPhone = async (store: OutboxStore, doors: TourDoors): Promise<boolean> =>
  (await sendOutbox(store, doors)) && hearOfTour(store, doors.read)

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

const noDoor = () => Promise.reject(new Error('a tour has no such door'))

/** The server's side as agreed, over a network that a test may cut before or after the server did its work. */
function house(tour: Tour, network: (when: 'going' | 'coming') => boolean = () => true) {
  const known = new Map<string, ConfirmationResult>()
  const state = { tour, counted: 0, given: 0 }
  const over = async <T>(work: () => T): Promise<T> => {
    if (!network('going')) throw new FetchProblem(0, 'The server was not reached.')
    const answer = work()
    if (!network('coming')) throw new FetchProblem(0, 'The server was not reached.')
    return structuredClone(answer)
  }
  const judge = (stop: Tour['stops'][number] | undefined): Pick<ConfirmationResult, 'outcome' | 'reason'> => {
    if (!stop) return { outcome: 'conflict', reason: 'unknown-stop' }
    if (stop.state === 'cancelled') return { outcome: 'conflict', reason: 'order-cancelled' }
    return { outcome: 'recorded' }
  }
  const doors: TourDoors = {
    read: () => over(() => state.tour),
    confirm: (_, picks) =>
      over(() => ({
        results: picks.map((one) => {
          const stop = state.tour.stops.find(({ seq }) => seq === one.seq)
          const { operationId, seq } = one
          const result = known.get(operationId) ?? { operationId, seq, ...judge(stop) }
          if (!known.has(operationId) && result.outcome === 'recorded') {
            state.counted += one.quantity
            state.tour = {
              ...advanceTour(state.tour, pick(seq, one.quantity)),
              version: state.tour.version + 1,
            }
          }
          known.set(operationId, result)
          return result
        }),
      })),
    short: (_, { seq }) =>
      over(() => {
        const [like] = state.tour.stops
        if (!like) throw new Error('a tour has stops')
        const more = {
          ...like,
          seq: 100 + seq,
          bin: 'A09-09-A1',
          quantity: 1,
          picked: 0,
          state: 'open' as const,
        }
        const shorted = advanceTour(state.tour, short(seq))
        if (!shorted.stops.some((one) => one.seq === more.seq))
          state.tour = { ...shorted, version: shorted.version + 1, stops: [...shorted.stops, more] }
        return { replacedBy: more, releasedFrom: null, countTask: '' }
      }),
    giveBack: () => over(() => void state.given++),
    ...{ count: noDoor, stow: noDoor, move: noDoor },
  }
  return { state, doors }
}

async function phoneWith(tour: Tour, acts: PickerAct[]) {
  const { open } = disk()
  const store = await open()
  await store.change((record) => acts.reduce(withAct, withTour(record, tour)))
  return { store, open }
}

const three = () => tourOf([{ seq: 1 }, { seq: 2 }, { seq: 3 }])

describe('what waits on a phone', () => {
  it('goes to the server in one request and leaves the phone', async () => {
    const { state, doors } = house(three())
    const { store } = await phoneWith(three(), [pick(1), pick(2)])
    expect(await syncPhone(store, doors)).toBe(true)
    expect(store.read()?.acts).toEqual([])
    expect(state.counted).toBe(2)
    expect(store.read()?.tour).toEqual(state.tour)
  })

  it('stays while the server is not reached, through a killed page', async () => {
    const { doors } = house(three(), () => false)
    const { store, open } = await phoneWith(three(), [pick(1), short(2)])
    expect(await syncPhone(store, doors)).toBe(false)
    const again = (await open()).read()
    expect(again?.acts).toHaveLength(2)
    expect(again && shownTour(again)?.stops.map(({ state }) => state)).toEqual(['picked', 'short', 'open'])
  })

  it('tells of a conflict and lets the rest pass', async () => {
    const cancelled = tourOf([{ seq: 1, state: 'cancelled' }, { seq: 2 }, { seq: 3 }], { version: 2 })
    const { state, doors } = house(cancelled)
    const { store } = await phoneWith(three(), [pick(1), pick(2), pick(3)])
    expect(await syncPhone(store, doors)).toBe(true)
    expect(state.counted).toBe(2)
    expect(store.read()?.acts).toEqual([])
    expect(store.read()?.notices).toEqual([
      {
        id: idOf(1),
        title: 'The order was cancelled meanwhile: Item 1, A01-01-A1',
        text: 'Take it out of the tote and put it on the returns shelf.',
      },
    ])
  })

  it('brings the stop that replaces a short one', async () => {
    const { doors } = house(three())
    const { store } = await phoneWith(three(), [pick(1), short(2)])
    await syncPhone(store, doors)
    expect(store.read()?.tour?.stops.map(({ seq, state }) => `${seq} ${state}`)).toEqual([
      '1 picked',
      '2 short',
      '3 open',
      '102 open',
    ])
    expect(store.read()?.notices[0]?.text).toContain('A09-09-A1')
  })

  it('is refused act by act, so that one bad act holds nothing back', async () => {
    const { state, doors } = house(three())
    const { store } = await phoneWith(three(), [pick(1), pick(2), pick(3)])
    const confirm: TourDoors['confirm'] = (tourId, picks) =>
      picks.some(({ seq }) => seq === 2)
        ? Promise.reject(new FetchProblem(400, 'no such bin.'))
        : doors.confirm(tourId, picks)
    expect(await syncPhone(store, { ...doors, confirm })).toBe(true)
    expect(state.counted).toBe(2)
    expect(store.read()?.notices.map(({ text }) => text)).toEqual([
      'no such bin. Tell a manager if you do not know why.',
    ])
  })

  it('survives a tour that went to somebody else', async () => {
    const { doors } = house(three())
    const { store } = await phoneWith(three(), [])
    const read = () => Promise.reject(new FetchProblem(404, 'There is no such tour.'))
    expect(await syncPhone(store, { ...doors, read })).toBe(true)
    expect(store.read()).toMatchObject({
      tour: null,
      notices: [{ title: 'This tour is not yours any more' }],
    })
  })

  it('ends with a tour given back', async () => {
    const { state, doors } = house(three())
    const giveBack: PickerAct = { kind: 'give-back', operationId: idOf(9), tourId: 'tour-1', at }
    const { store } = await phoneWith(three(), [pick(1), giveBack])
    expect(await syncPhone(store, doors)).toBe(true)
    expect({ ...state, tour: null }).toEqual({ tour: null, counted: 1, given: 1 })
    expect(store.read()).toMatchObject({ tour: null, acts: [], notices: [] })
  })
})

it('counts every pick once over any network, and a killed page shows what was shown before', async () => {
  const cuts = fc.array(fc.boolean(), { maxLength: 40 })
  const quantities = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 6 })
  const kills = fc.array(fc.boolean(), { minLength: 6, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(quantities, cuts, kills, async (wanted, isUp, isKilled) => {
      const tour = tourOf(wanted.map((quantity, index) => ({ seq: index + 1, quantity })))
      const network = [...isUp]
      const { state, doors } = house(tour, () => network.shift() ?? true)
      const phone = disk()
      let store = await phone.open()
      await store.change((record) => withTour(record, tour))
      for (const [index, quantity] of wanted.entries()) {
        const before = store.read()
        if (isKilled[index]) store = await phone.open()
        expect(store.read()).toEqual(before)
        await store.change((record) => withAct(record, pick(index + 1, quantity)))
        await syncPhone(store, doors)
        const record = store.read()
        expect(record && shownTour(record)?.stops.map(({ picked }) => picked)).toEqual(
          wanted.map((most, place) => (place <= index ? most : 0)),
        )
      }
      network.length = 0
      expect(await syncPhone(store, doors)).toBe(true)
      expect(state.counted).toBe(wanted.reduce((sum, quantity) => sum + quantity, 0))
      expect(store.read()).toMatchObject({ tour: state.tour, acts: [], notices: [] })
    }),
  )
})
