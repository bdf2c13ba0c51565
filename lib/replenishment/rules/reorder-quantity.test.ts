import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SupplyTerm } from '../supply-schema'
import { becauseOfReorder } from './because-of-reorder'
import { demandQuantile, normalQuantile } from './demand-quantile'
import { dayAfter, daysToNextOrder, weekdayOf } from './order-days'
import { type ReorderAsk, reorderQuantity } from './reorder-quantity'
import { stockAhead } from './stock-ahead'

const TERMS: SupplyTerm = {
  ...{ supplier: 'Dairy Co', leadDays: 2, leadSdDays: 0, reviewDays: 1, orderWeekdays: [], packUnits: 6 },
  ...{ minimumPacks: 1, shelfLifeDays: null, serviceLevel: 0.95, unitCostMinor: 100 },
}
const steady = (mean: number, sd: number) => ({
  mean: Array.from({ length: 28 }, () => mean),
  sumSd: Array.from({ length: 28 }, (_, day) => sd * Math.sqrt(day + 1)),
})
const keeps = (units: number) => [{ units, expiresInDays: null }]
const ask = (more: Partial<ReorderAsk> = {}): ReorderAsk => ({
  ...{ demand: steady(10, 2), stock: [], onTheWay: [], terms: TERMS, weekday: 1 },
  ...more,
})

describe('the quantile of demand', () => {
  it("is the normal curve's for steady demand, to the digits of its table", () => {
    expect(normalQuantile(0.95)).toBeCloseTo(1.6448536269514722, 8)
    expect(normalQuantile(0.999)).toBeCloseTo(3.090232306167813, 8)
    expect(normalQuantile(0.2)).toBeCloseTo(-0.8416212335729143, 8)
    expect(demandQuantile(100, 10, 0.95)).toBeCloseTo(116.4485, 4)
  })
  it("counts for slow movers: Poisson's and the negative binomial's, summed by hand", () => {
    // Poisson of mean 1: 0.9197 up to 2, 0.9810 up to 3.
    expect(demandQuantile(1, 1, 0.95)).toBe(3)
    expect(demandQuantile(0.1, Math.sqrt(0.1), 0.99)).toBe(1)
    // Size 1, chance of success 1/3: geometric; 1 - (2/3)^(k+1) >= 0.95 from 7 on.
    expect(demandQuantile(2, Math.sqrt(6), 0.95)).toBe(7)
    expect(demandQuantile(0, 0, 0.95)).toBe(0)
  })
})

it('orders what lasts until the next order is here, in whole packs', () => {
  // 3 days of 10, and 1.645 x 2 x sqrt(3) beyond: 35.7, less 12 that are there.
  const outlook = reorderQuantity(ask({ stock: keeps(12) }))
  expect(outlook).toMatchObject({
    quantity: 24,
    spanDays: 3,
    wantedUnits: 30,
    stockOutInDays: 1,
    orderInDays: -1,
  })
  expect(outlook.safetyUnits).toBeCloseTo(5.698, 3)
  expect(becauseOfReorder(outlook, TERMS, '2026-11-21')).toBe(
    'Order 24: the 12 there run out tomorrow, 30 are wanted in the 3 days until the next order is here, and 6 more keep the shelf full 95 times in 100.',
  )
})

it('counts what is on the way, and not what expires before it is wanted', () => {
  expect(reorderQuantity(ask({ stock: keeps(12), onTheWay: [{ units: 24, inDays: 1 }] })).held).toBe(
    'covered',
  )
  const expiring = reorderQuantity(ask({ stock: [{ units: 50, expiresInDays: 0 }] }))
  expect(expiring).toMatchObject({ wastedUnits: 40, usableUnits: 10, stockOutInDays: 1, quantity: 30 })
  expect(becauseOfReorder(expiring, TERMS, '2026-11-21')).toContain(
    '(40 of them expire before they are wanted)',
  )
})

it('orders no more than is worth its waste, and on the days of the supplier only', () => {
  const terms = { ...TERMS, shelfLifeDays: 1, minimumPacks: 1, reviewDays: 5 }
  const short = reorderQuantity(ask({ terms, stock: keeps(20) }))
  expect(short).toMatchObject({ held: 'shelf-life', quantity: 18 })
  const none = reorderQuantity(ask({ terms: { ...terms, packUnits: 400 }, stock: keeps(20) }))
  expect(none).toMatchObject({ held: 'shelf-life', quantity: 0 })
  const closed = reorderQuantity(ask({ terms: { ...TERMS, orderWeekdays: [2, 5] } }))
  expect(closed).toMatchObject({ held: 'no-order-day', quantity: 0, spanDays: 3 })
  expect(daysToNextOrder({ reviewDays: 9, orderWeekdays: [2, 5] }, 5)).toBe(4)
  expect([weekdayOf('2026-11-21'), weekdayOf('2026-11-22'), dayAfter('2026-11-30', 1)]).toEqual([
    6,
    7,
    '2026-12-01',
  ])
})

it('holds more when the lead time spreads', () => {
  const sure = reorderQuantity(ask()).safetyUnits
  expect(reorderQuantity(ask({ terms: { ...TERMS, leadSdDays: 1 } })).safetyUnits).toBeGreaterThan(sure)
})

const batches = fc.array(
  fc.record({
    units: fc.integer({ min: 0, max: 60 }),
    expiresInDays: fc.option(fc.integer({ min: -2, max: 20 })),
  }),
  { maxLength: 5 },
)
const asks = fc.record({
  demand: fc
    .tuple(
      fc.array(fc.double({ min: 0, max: 20, noNaN: true }), { minLength: 7, maxLength: 28 }),
      fc.double({ min: 0, max: 8, noNaN: true }),
    )
    .map(([mean, sd]) => ({ mean, sumSd: mean.map((_, day) => sd * Math.sqrt(day + 1)) })),
  stock: batches,
  onTheWay: fc.array(
    fc.record({ units: fc.integer({ min: 0, max: 60 }), inDays: fc.integer({ min: 0, max: 9 }) }),
    { maxLength: 3 },
  ),
  terms: fc.record({
    ...{
      supplier: fc.constant('S'),
      leadDays: fc.integer({ min: 0, max: 9 }),
      leadSdDays: fc.double({ min: 0, max: 2, noNaN: true }),
    },
    ...{
      reviewDays: fc.integer({ min: 1, max: 7 }),
      orderWeekdays: fc.constant<number[]>([]),
      unitCostMinor: fc.constant(1),
    },
    ...{ packUnits: fc.integer({ min: 1, max: 24 }), minimumPacks: fc.integer({ min: 1, max: 3 }) },
    ...{
      shelfLifeDays: fc.option(fc.integer({ min: 1, max: 20 })),
      serviceLevel: fc.constantFrom(0.5, 0.8, 0.95, 0.99),
    },
  }),
  weekday: fc.integer({ min: 1, max: 7 }),
})

describe('whatever it is asked', () => {
  it('orders nothing, or whole packs from the minimum on, and nothing when the target is met', () => {
    fc.assert(
      fc.property(asks, (one) => {
        const { quantity, targetUnits, usableUnits, wastedUnits } = reorderQuantity(one)
        expect(quantity % one.terms.packUnits).toBe(0)
        if (quantity !== 0)
          expect(quantity).toBeGreaterThanOrEqual(one.terms.packUnits * one.terms.minimumPacks)
        if (usableUnits >= targetUnits) expect(quantity).toBe(0)
        expect(Math.min(wastedUnits, usableUnits)).toBeGreaterThanOrEqual(-1e-9)
      }),
    )
  })
  it('never orders more for more stock', () => {
    fc.assert(
      fc.property(
        asks,
        fc.integer({ min: 1, max: 30 }),
        fc.option(fc.integer({ min: 0, max: 20 })),
        (one, units, expiresInDays) => {
          const more = { ...one, stock: [...one.stock, { units, expiresInDays }] }
          expect(reorderQuantity(more).quantity).toBeLessThanOrEqual(reorderQuantity(one).quantity)
        },
      ),
    )
  })
  it('never orders less for more demand', () => {
    fc.assert(
      fc.property(asks, fc.double({ min: 1, max: 3, noNaN: true }), (one, factor) => {
        const grown = (list: readonly number[]) => list.map((value) => value * factor)
        const more = { ...one, demand: { mean: grown(one.demand.mean), sumSd: grown(one.demand.sumSd) } }
        expect(reorderQuantity(more).targetUnits).toBeGreaterThanOrEqual(
          reorderQuantity(one).targetUnits - 1e-9,
        )
        if (one.terms.shelfLifeDays === null)
          expect(reorderQuantity(more).quantity).toBeGreaterThanOrEqual(reorderQuantity(one).quantity)
      }),
    )
  })
  it('loses no unit on the way through the days', () => {
    fc.assert(
      fc.property(asks, ({ demand, stock, onTheWay, terms: { shelfLifeDays } }) => {
        const ahead = stockAhead({ demand, stock, onTheWay, shelfLifeDays }, 28)
        const all = [...stock, ...onTheWay].reduce((sum, { units }) => sum + units, 0)
        expect(ahead.usableUnits + ahead.wastedUnits).toBeCloseTo(all, 6)
        expect(ahead.left.every((units) => units >= 0)).toBe(true)
      }),
    )
  })
})
