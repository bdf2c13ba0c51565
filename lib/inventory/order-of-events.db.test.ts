import fc from 'fast-check'
import { expect, it } from 'vitest'
import { beginOrder } from '@/lib/orders/begin-order'
import { emptyDatabase } from '@/lib/testing/database'
import { orderOf, stockShop } from '@/lib/testing/open-shop'
import { stockByBin, strayLines, tell } from '@/lib/testing/tell-stock'
import type { InventoryFact } from './events'
import { recordEvents } from './record-events'

const BINS = ['A01-1-A1', 'A01-2-A1'] as const
const bin = fc.constantFrom(...BINS)
const sku = fc.constantFrom('MILK', 'BREAD')
const minute = fc.integer({ min: 0, max: 30 })
const quantity = fc.integer({ min: 1, max: 9 })
const happening = fc.oneof(
  fc.record({ type: fc.constantFrom('received', 'picked', 'sold', 'wasted', 'returned'), sku, quantity, bin, minute }),
  fc.record({ type: fc.constantFrom('moved', 'stowed'), sku, quantity, bin, toBin: bin, minute }),
  fc.record({ type: fc.constant('counted'), sku, quantity, bin, minute }),
)
type Happening = typeof happening extends fc.Arbitrary<infer Value> ? Value : never

const factsOf = (happenings: Happening[], prefix: string): InventoryFact[] =>
  happenings.map(({ type, minute, ...data }, number) => {
    const observedAt = `2026-11-21T10:${String(minute).padStart(2, '0')}:00Z`
    // Ids run against time, so that neither order is the other.
    return tell(type, { ...data, observedAt }, `${prefix}${String(999 - number)}`)
  })

/** The same by hand: everything in the order of its instant, counts first, those of one instant by their ids. */
function fold(facts: InventoryFact[]): Record<string, number> {
  const stock: Record<string, number> = {}
  const isCount = (fact: InventoryFact) => (fact.kind === 'counted' ? 0 : 1)
  const inOrder = facts.toSorted(
    (a, b) => a.observedAt.localeCompare(b.observedAt) || isCount(a) - isCount(b) || (a.id < b.id ? -1 : 1),
  )
  for (const { kind, sku, bin, toBin, quantity } of inOrder) {
    const change = (code: string | undefined, units: number) => {
      stock[`${code} ${sku}`] = (stock[`${code} ${sku}`] ?? 0) + units
    }
    if (kind === 'counted') stock[`${bin} ${sku}`] = quantity
    else if (kind === 'received' || kind === 'returned') change(bin, quantity)
    else change(bin, -quantity)
    if (toBin) change(toBin, quantity)
  }
  return Object.fromEntries(Object.entries(stock).filter(([, units]) => units !== 0))
}

it('in any order, in any groups, told twice and by several at once, the same events make the same stock', {
  timeout: 240_000,
}, async () => {
  let run = 0
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 1, maxLength: 25 }), fc.infiniteStream(fc.nat()), async (all, dice) => {
      await emptyDatabase()
      await stockShop({ MILK: [0], BREAD: [0] })
      const facts = factsOf(all, `r${++run}-`)
      const shuffled = [...facts, ...facts.filter(() => dice.next().value % 3 === 0)]
        .map((fact) => ({ fact, place: dice.next().value }))
        .sort((a, b) => a.place - b.place)
        .map(({ fact }) => fact)
      const calls: InventoryFact[][] = []
      while (shuffled.length > 0) calls.push(shuffled.splice(0, 1 + (dice.next().value % 6)))
      const told = calls.flat().length
      const atOnce = dice.next().value % 2 === 0
      const recordings = []
      if (atOnce) recordings.push(...(await Promise.all(calls.map((call) => recordEvents(call, [], { siteIds: 'all' })))))
      else for (const call of calls) recordings.push(await recordEvents(call, [], { siteIds: 'all' }))
      const count = (what: 'accepted' | 'duplicates') =>
        recordings.reduce((sum, it) => sum + ('accepted' in it ? it[what] : 0), 0)
      expect([count('accepted'), count('duplicates')]).toEqual([facts.length, told - facts.length])
      expect(await stockByBin()).toEqual(fold(facts))
      expect(await strayLines()).toEqual([])
    }),
    { numRuns: 60 },
  )
})

const loose = fc.record({
  type: fc.constantFrom('received', 'received', 'picked', 'sold', 'moved', 'counted', 'wasted'),
  sku,
  quantity,
  bin,
  toBin: bin,
  lot: fc.constantFrom(undefined, 'L1', 'L2'),
  isAnywhere: fc.boolean(),
  minute,
})

it('whatever the floor tells while buyers buy, no stock is negative, holds are covered, and the ledger says the same', {
  timeout: 240_000,
}, async () => {
  let run = 0
  await fc.assert(
    fc.asyncProperty(fc.array(loose, { minLength: 4, maxLength: 30 }), async (all) => {
      await emptyDatabase()
      await stockShop({ MILK: [0], BREAD: [0] })
      run++
      const acts = all.map(({ type, isAnywhere, bin, toBin, minute, ...data }, number) => async () => {
        const isPlaced = type === 'moved' || type === 'counted' || !isAnywhere
        const place = { ...(isPlaced && { bin }), ...(type === 'moved' && { toBin }) }
        const observedAt = `2026-11-21T10:${String(minute).padStart(2, '0')}:00Z`
        await recordEvents([tell(type, { ...data, ...place, observedAt }, `l${run}-${number}`)], [], { siteIds: 'all' })
        const client = { clientId: 'c', key: `${run}-${number}`, traceparent: null }
        await beginOrder(orderOf({ [data.sku]: data.quantity }), client)
      })
      await Promise.all(acts.map((act) => act()))
      expect(await strayLines()).toEqual([])
    }),
    { numRuns: 40 },
  )
})
