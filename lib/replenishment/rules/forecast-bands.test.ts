import { expect, test } from 'vitest'
import { seededRandom } from '@/simulate/random'
import type { Trial } from './backtest-series'
import { BandCalibration, forecastBands, type Shares, sharesOf } from './forecast-bands'

const HORIZON = 28
const REACH = [0.8, 0.8, 0.8, 0.8]
const MEAN = Array.from({ length: HORIZON }, () => 10)
const combine = ({ forecasts }: Trial) => Float64Array.from(forecasts[0] ?? [])

/** A day is as far off as `spread` times a draw between -1 and 1 has it. */
function trialOf(random: () => number, spread: number): Trial {
  const actual = Float64Array.from(MEAN, (mean) => mean * (1 + spread * (2 * random() - 1)))
  return { forecasts: [MEAN], actual, errors: [0], naiveError: 1, scaledError: () => 1 }
}

const sharesFrom = (shares: number[]): Shares => [Float64Array.from(shares), Float64Array.from(shares)]

test('a band leaves out as much below as above, unless many days want nothing', () => {
  const even = sharesFrom(Array.from({ length: 101 }, (_, at) => at / 50))
  const { lower, upper } = forecastBands(MEAN, even, REACH)
  expect(lower[0]).toBeCloseTo(2, 6)
  expect(upper[0]).toBeCloseTo(18, 0)
  const zeros = sharesFrom([...Array.from({ length: 50 }, () => 0), ...Array.from({ length: 51 }, () => 2)])
  zeros[0][100] = 9
  expect(forecastBands(MEAN, zeros, REACH)).toMatchObject({ lower: Array(HORIZON).fill(0) })
  const slow = sharesFrom([
    ...Array.from({ length: 70 }, () => 0),
    ...Array.from({ length: 30 }, (_, at) => 1 + at),
  ])
  expect(forecastBands(MEAN, slow, REACH).upper[0]).toBeCloseTo(102, 0)
})

test('a store whose newest weeks vary more than those before has wider bands', () => {
  const reachOf = (newest: number) => {
    const random = seededRandom(7)
    const bands = new BandCalibration()
    for (let item = 0; item < 60; item++)
      bands.add([trialOf(random, newest), trialOf(random, 0.5), trialOf(random, 0.5)], combine)
    return bands.reach()
  }
  const [same = 0] = reachOf(0.5)
  expect(same).toBeGreaterThan(0.75)
  expect(same).toBeLessThan(0.9)
  for (const [week, reach] of reachOf(0.6).entries()) expect(reach).toBeGreaterThan(reachOf(0.4)[week] ?? 1)
})

test('what too few days say of a store is not believed', () => {
  const random = seededRandom(7)
  const bands = new BandCalibration()
  bands.add([trialOf(random, 1), trialOf(random, 0.1), trialOf(random, 0.1)], combine)
  expect(bands.reach()).toEqual(REACH)
  expect(new BandCalibration().reach()).toEqual([])
  expect(sharesOf([], combine).map(({ length }) => length)).toEqual([0, 0])
})
