import { expect, test } from 'vitest'
import { seededRandom } from '@/simulate/random'
import type { Trial } from './backtest-series'
import { SumCalibration, sumDeviations } from './sum-deviations'

const HORIZON = 28
const MEAN = Array.from({ length: HORIZON }, () => 10)
const combine = ({ forecasts }: Trial) => Float64Array.from(forecasts[0] ?? [])
const asItIs = (together: number) => together

/** Every day of a trial is `level` times what was forecast, give or take. */
function trialOf(random: () => number, level: number): Trial {
  const actual = Float64Array.from(MEAN, (mean) => mean * (level + random() - 0.5))
  return { forecasts: [MEAN], actual, errors: [0], naiveError: 1, scaledError: () => 1 }
}

function stretchOf(levels: (random: () => number) => number[], items = 60): number[] {
  const random = seededRandom(11)
  const sums = new SumCalibration()
  for (let item = 0; item < items; item++)
    sums.add(
      levels(random).map((level) => trialOf(random, level)),
      combine,
    )
  return sums.stretch(asItIs)
}

test('where days vary by chance alone, sums vary as their days say', () => {
  for (const stretch of stretchOf(() => [1, 1, 1, 1])) expect(stretch).toBeLessThan(1.3)
})

test('a season that lifts one trial of every item makes all their sums vary more', () => {
  const [week = 0, , , month = 0] = stretchOf(() => [1.6, 1, 1, 1])
  expect(week).toBeGreaterThan(1.3)
  expect(month).toBeGreaterThan(week)
})

test('what few sums say is not believed, and short days have no sum', () => {
  expect(stretchOf(() => [3, 1], 20)).toEqual([1, 1, 1, 1])
  const sums = new SumCalibration()
  sums.add(
    Array.from({ length: 200 }, () => ({
      ...trialOf(() => 0.5, 3),
      actual: new Float64Array(HORIZON).fill(Number.NaN),
    })),
    combine,
  )
  expect(sums.stretch(asItIs)).toEqual([1, 1, 1, 1])
})

test('a longer sum never varies less, however its weeks are stretched', () => {
  const deviations = sumDeviations(MEAN, 4, 3, [2, 1, 1, 1])
  expect(deviations).toEqual([...deviations].sort((one, other) => one - other))
  expect(sumDeviations(MEAN, 20, 1, [])[0]).toBeCloseTo(Math.sqrt(20), 9)
})
