import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '@/simulate/random'
import type { DayKind, DemandSeries, SeriesForecast } from '../schema'
import { dayWeights, learnLifts } from './day-weights'
import { fillShortDays } from './fill-short-days'
import { forecastSite } from './forecast-site'

const HORIZON = 28
function forecastsOf(series: DemandSeries[], kinds?: (DayKind | null)[]): SeriesForecast[] {
  const days = series[0]?.units.length ?? 0
  const question = { series, kinds: kinds ?? new Array<null>(days + HORIZON).fill(null), horizon: HORIZON }
  const work = forecastSite(question)
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value
}
const WEEK = [2, 4, 4, 6, 8, 12, 0]
const steady = (sku: string, times: number): DemandSeries => ({
  sku,
  units: Float64Array.from({ length: 210 }, (_, day) => times * (WEEK[day % 7] ?? 0)),
})

test('finds the week of a store, also where it is closed', () => {
  const [first, second] = forecastsOf([steady('A', 1), steady('B', 10)])
  expect(first?.mean.slice(0, 7).map((value) => Math.round(value))).toEqual(WEEK)
  expect(second?.mean.slice(7, 14).map((value) => Math.round(value / 10))).toEqual(WEEK)
  expect(first?.rmsse).toBeLessThan(first?.naiveRmsse ?? 0)
})

test('expects nothing on a day that will be closed', () => {
  const kinds = new Array<DayKind | null>(210 + HORIZON).fill(null)
  kinds[212] = 'closed'
  const [first] = forecastsOf([steady('A', 1), steady('B', 2)], kinds)
  expect(first?.mean[1]).toBeGreaterThan(3)
  expect(first?.mean[2]).toBe(0)
})

test('learns what a promotion does, drawn towards nothing by two plain days', () => {
  const kinds = new Array<DayKind | null>(70).fill(null)
  for (const day of [10, 24, 38]) kinds[day] = 'promotion'
  const index = Float64Array.from({ length: 63 }, (_, day) => (kinds[day] ? 3 : 1))
  kinds[65] = 'promotion'
  expect(dayWeights(index, kinds, 7).lifts[65]).toBeCloseTo((2 + 3 * 3) / 5, 5)
  expect(learnLifts(index, kinds).promotion).toEqual({ factor: expect.closeTo(11 / 5, 5), days: 3 })
  expect(learnLifts(index, kinds).holiday).toEqual({ factor: 1, days: 0 })
})

describe('a shop with promotions', () => {
  const random = seededRandom(11)
  const [PAST, LIFT] = [280, 2.5]
  const kinds = Array.from({ length: PAST + HORIZON }, (_, day): DayKind | null =>
    day % 23 === 5 ? 'promotion' : null,
  )
  const trueMean = (item: number, day: number) =>
    (2 + item) * ((WEEK[day % 7] ?? 0) / 6) * (kinds[day] ? LIFT : 1)
  const series = Array.from({ length: 20 }, (_, item) => ({
    sku: `SKU-${item}`,
    units: Float64Array.from({ length: PAST }, (_, day) =>
      Math.round(trueMean(item, day) * (0.5 + random())),
    ),
  }))
  const errorOf = (forecasts: SeriesForecast[], isWanted: (day: number) => boolean) =>
    forecasts.reduce((sum, { mean }, item) => {
      const errors = mean.map((value, step) =>
        isWanted(PAST + step) ? (value - trueMean(item, PAST + step)) ** 2 : 0,
      )
      return sum + errors.reduce((total, error) => total + error, 0)
    }, 0)

  test('is forecast with a quarter of the error on its promotions, and no worse on its plain days', () => {
    const [known, unknown] = [forecastsOf(series, kinds), forecastsOf(series)]
    const isPromotion = (day: number) => kinds[day] !== null
    expect(errorOf(known, isPromotion)).toBeLessThan(errorOf(unknown, isPromotion) / 4)
    expect(errorOf(known, (day) => !isPromotion(day))).toBeLessThan(
      errorOf(unknown, (day) => !isPromotion(day)),
    )
  })

  test('has its band where its promotion is', () => {
    const step = kinds.findIndex((kind, day) => day >= PAST && kind !== null) - PAST
    const plain = step - 7
    for (const { lower, upper } of forecastsOf(series, kinds)) {
      expect(lower[step]).toBeGreaterThan(lower[plain] ?? 0)
      expect(upper[step]).toBeGreaterThan(1.5 * (upper[plain] ?? 0))
    }
  })
})

test('fills short days with what was usual, never with less than was seen', () => {
  const weights = new Float64Array(40).fill(1)
  const isShort = Uint8Array.from({ length: 40 }, (_, day) => (day >= 20 && day < 25 ? 1 : 0))
  const units = Float64Array.from({ length: 40 }, (_, day) => (isShort[day] ? (day === 22 ? 9 : 0) : 4))
  const filled = fillShortDays(units, isShort, weights, 0)
  expect([...filled.slice(19, 26)]).toEqual([4, 4, 4, 9, 4, 4, 4])
  expect(fillShortDays(units, undefined, weights, 0)).toBe(units)
})

test('never expects less than nothing; a band holds its mean; sums vary more the longer they are', () => {
  const units = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 50 })), {
    minLength: 0,
    maxLength: 200,
  })
  fc.assert(
    fc.property(units, fc.array(fc.boolean(), { minLength: 200, maxLength: 200 }), (past, short) => {
      const isShort = Uint8Array.from(past, (_, day) => Number(short[day]))
      const [forecast] = forecastsOf([{ sku: 'A', units: Float64Array.from(past), isShort }])
      for (const [step, mean] of (forecast?.mean ?? []).entries()) {
        expect(forecast?.lower[step]).toBeGreaterThanOrEqual(0)
        expect(forecast?.lower[step]).toBeLessThanOrEqual(mean)
        expect(forecast?.upper[step]).toBeGreaterThanOrEqual(mean)
        expect(forecast?.sumSd[step]).toBeGreaterThanOrEqual(forecast?.sumSd[step - 1] ?? 0)
      }
      expect(forecast?.mean).toHaveLength(HORIZON)
    }),
    { numRuns: 60 },
  )
})
