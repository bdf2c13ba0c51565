import fc from 'fast-check'
import { expect, it } from 'vitest'
import { RATE_LIMITS, readRateLimits } from './rate-limits'
import { spendBudget } from './spend-budget'

const budget = { quota: 10, windowSeconds: 5 }
/** How many of the requests at these times are let through. */
function passing(timesMs: number[], of = budget): number[] {
  let whole: number | undefined
  return timesMs.filter((nowMs) => {
    const spending = spendBudget(whole, nowMs, of)
    whole = spending.wholeAtMs
    return spending.isAllowed
  })
}

it('lets a whole quota pass at once, and then one for each that has become free', () => {
  expect(passing(Array.from({ length: 30 }, () => 1_000))).toHaveLength(10)
  expect(passing([...Array.from({ length: 10 }, () => 0), 499, 500, 999, 1_000])).toEqual([
    ...Array.from({ length: 10 }, () => 0),
    500,
    1_000,
  ])
})

it('says how many are left and when more may come', () => {
  expect(spendBudget(undefined, 0, budget)).toMatchObject({ isAllowed: true, remaining: 9, resetSeconds: 1 })
  expect(spendBudget(5_000, 0, budget)).toMatchObject({ isAllowed: false, remaining: 0, resetSeconds: 1 })
  expect(spendBudget(4_500, 0, budget)).toMatchObject({ isAllowed: true, remaining: 0, resetSeconds: 5 })
})

it('never lets more pass in any window than twice the quota, and a refusal costs nothing', () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 200 })
  fc.assert(
    fc.property(gaps, fc.integer({ min: 1, max: 50 }), (between, quota) => {
      let nowMs = 0
      const times = between.map((gap) => {
        nowMs += gap
        return nowMs
      })
      const passed = passing(times, { quota, windowSeconds: 5 })
      for (const start of passed) {
        const within = passed.filter((at) => at >= start && at < start + 5_000)
        expect(within.length).toBeLessThanOrEqual(2 * quota)
      }
      const waited = (times.at(-1) ?? 0) + 5_000 / quota
      expect(passing([...times, waited]).at(-1)).toBe(waited)
    }),
  )
})

it('reads limits that an operator sets, and says which it cannot', () => {
  expect(readRateLimits('read=5, order=7')).toEqual({ ...RATE_LIMITS, read: 5, order: 7 })
  expect(() => readRateLimits('reads=5')).toThrow('"reads=5" is no limit')
  expect(() => readRateLimits('read=0')).toThrow('"read=0"')
})
