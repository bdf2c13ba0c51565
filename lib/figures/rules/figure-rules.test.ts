import fc from 'fast-check'
import { expect, it } from 'vitest'
import { figureIdSchema } from '../schema'
import { addUp, COUNTS, NOTHING } from './counts'
import { expectedBy, planDay } from './day-plan'
import { FIGURES, standingOf } from './figures'
import { countLateness, judgeLateness, type OpenOrder } from './late-risk'

const NOW = Date.UTC(2026, 10, 21, 12)
const MINUTE = 60_000
const order = (orderNumber: string, dueInMinutes: number, linesLeft: number): OpenOrder => ({
  ...{ orderNumber, priority: 0, dueAtMs: NOW + dueInMinutes * MINUTE, linesLeft },
})

it('says which orders the present rate leaves too late', () => {
  const orders = [order('B', 20, 10), order('A', 10, 5), order('C', 40, 10), order('gone', -1, 1)]
  const judged = judgeLateness(orders, 60, NOW)
  expect(judged.map(({ orderNumber, lateness }) => [orderNumber, lateness])).toEqual([
    ...[
      ['gone', 'late'],
      ['A', 'on-time'],
    ],
    ...[
      ['B', 'on-time'],
      ['C', 'on-time'],
    ],
  ])
  expect(countLateness(judgeLateness(orders, 40, NOW))).toEqual({ late: 1, 'at-risk': 1, 'on-time': 2 })
})

it('takes what is soon due for at risk where nobody picks, and gives what is picked an hour to be packed', () => {
  const judged = judgeLateness(
    [order('soon', 10, 1), order('later', 90, 1), order('picked', -30, 0)],
    null,
    NOW,
  )
  expect(Object.fromEntries(judged.map(({ orderNumber, lateness }) => [orderNumber, lateness]))).toEqual({
    ...{ soon: 'at-risk', later: 'on-time', picked: 'on-time' },
  })
})

it('a faster hall makes no order later, whatever the orders', () => {
  const orders = fc.array(
    fc.record({
      orderNumber: fc.uuid(),
      priority: fc.integer({ min: 0, max: 2 }),
      dueAtMs: fc.integer({ min: NOW - 3_600_000, max: NOW + 7_200_000 }),
      linesLeft: fc.integer({ min: 0, max: 20 }),
    }),
  )
  fc.assert(
    fc.property(orders, fc.integer({ min: 1, max: 500 }), (all, rate) => {
      const bad = (linesPerHour: number) => countLateness(judgeLateness(all, linesPerHour, NOW))
      expect(bad(rate * 2)['at-risk']).toBeLessThanOrEqual(bad(rate)['at-risk'])
      expect(bad(rate * 2).late).toBe(bad(rate).late)
      const { late, 'at-risk': risky, 'on-time': fine } = bad(rate)
      expect(late + risky + fine).toBe(all.length)
    }),
  )
})

it('expects what the same weekday brought, shaped as it was, unless a plan says so', () => {
  const day = (nine: number, ten: number) =>
    Array.from({ length: 24 }, (_, hour) => (hour === 9 ? nine : hour === 10 ? ten : 0))
  const past = [day(30, 10), day(10, 30), day(0, 0)]
  expect(planDay(null, past)).toMatchObject({ orders: 40, byHour: day(20, 20) })
  const plan = planDay({ orders: 100, curve: [] }, past)
  expect(expectedBy(plan?.byHour ?? [], 9.5)).toBe(25)
  expect(expectedBy(plan?.byHour ?? [], 24)).toBe(100)
  expect(planDay(null, [])).toBeNull()
})

it('gives no figure where there is nothing to divide by, and the same whole from any parts', () => {
  const idle = figureIdSchema.options.map((id) => FIGURES[id].of(NOTHING))
  expect(idle.filter((value) => value !== null)).toEqual([0, 0, 0, 0])
  const counts = fc.record(Object.fromEntries(COUNTS.map((count) => [count, fc.nat(1000)]))) as fc.Arbitrary<
    typeof NOTHING
  >
  fc.assert(
    fc.property(fc.array(counts), fc.array(counts), (some, others) => {
      expect(addUp([addUp(some), addUp(others)])).toEqual(addUp([...some, ...others]))
    }),
  )
})

it('is good at its target, near it, or bad', () => {
  expect([0.99, 0.985, 0.9].map((value) => standingOf('inventory-accuracy', value, 0.99))).toEqual([
    'good',
    'near',
    'bad',
  ])
  expect([3, 4.3, 6, null].map((value) => standingOf('dock-to-stock', value, 4))).toEqual([
    'good',
    'near',
    'bad',
    null,
  ])
  expect(standingOf('line-rate', 100, 120)).toBe('bad')
  expect(standingOf('line-rate', 100, null)).toBeNull()
})
