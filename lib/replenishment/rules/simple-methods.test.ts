import { describe, expect, test } from 'vitest'
import { crostonRate, sbaRate, tsbRate } from './croston'
import { decomposeSeason } from './decompose-season'
import { holt, holtWinters, stepsAhead } from './holt-winters'
import { meanOfDays, weekdayMeans } from './mean-of-days'
import { naive, seasonalNaive } from './naive'
import { accuracy } from './scaled-error'
import { optimalSmoothing, simpleSmoothing } from './simple-smoothing'

// AirPassengers (Box and Jenkins), 1949 to 1960; the figures below are those of R 4.2.2 and forecast 8.20.
const passengers = [
  ...[
    112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118, 115, 126, 141, 135, 125, 149, 170, 170, 158,
  ],
  ...[
    133, 114, 140, 145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166, 171, 180, 193, 181, 183, 218,
  ],
  ...[
    230, 242, 209, 191, 172, 194, 196, 196, 236, 235, 229, 243, 264, 272, 237, 211, 180, 201, 204, 188, 235,
  ],
  ...[
    227, 234, 264, 302, 293, 259, 229, 203, 229, 242, 233, 267, 269, 270, 315, 364, 347, 312, 274, 237, 278,
  ],
  ...[
    284, 277, 317, 313, 318, 374, 413, 405, 355, 306, 271, 306, 315, 301, 356, 348, 355, 422, 465, 467, 404,
  ],
  ...[
    347, 305, 336, 340, 318, 362, 348, 363, 435, 491, 505, 404, 359, 310, 337, 360, 342, 406, 396, 420, 472,
  ],
  ...[548, 559, 463, 407, 362, 405, 417, 391, 419, 461, 472, 535, 622, 606, 508, 461, 390, 432],
]
const past = passengers.slice(0, 132)
const year = passengers.slice(132)
const rare = [0, 0, 5, 0, 0, 0, 3, 0, 0, 4, 0, 0, 0, 0, 2, 6, 0, 0, 3, 0]
/** With the seven to ten digits that R printed. */
const digits = (values: number[], precision = 10) =>
  values.map((value) => Number(value.toPrecision(precision)))
const weights = { alpha: 0.3, beta: 0.05, gamma: 0.4, period: 12 }
const ahead = (kind: 'additive' | 'multiplicative') => {
  const standing = holtWinters(past, { ...weights, kind })
  return standing ? digits(stepsAhead(standing, 12)) : null
}

describe('as R has it', () => {
  test('Holt-Winters starts at the same level, trend and season', () => {
    const start = decomposeSeason(past, 12, 'multiplicative')
    expect(digits([start?.level ?? 0, start?.trend ?? 0], 7)).toEqual([124.3169, 1.145688])
    expect(digits(start?.season ?? [])).toEqual([
      ...[0.885377815, 0.956702662, 1.0560479, 0.9999918086, 0.919180306, 1.085134032, 1.179508601],
      ...[1.175260207, 1.073990503, 0.9351739242, 0.8146550169, 0.9189772244],
    ])
  })

  test('Holt-Winters with a multiplicative season', () => {
    expect(ahead('multiplicative')).toEqual([
      ...[416.5748513, 401.6739531, 473.5773293, 464.6782651, 480.5307743, 552.8655113, 619.3275213],
      ...[615.3811377, 514.6532767, 450.7349365, 395.5090618, 441.741476],
    ])
  })

  test('Holt-Winters with an additive season', () => {
    expect(ahead('additive')).toEqual([
      ...[428.1039615, 419.583656, 473.9151679, 467.6792676, 481.6471349, 533.5027686, 579.3963619],
      ...[572.4914015, 491.4492175, 445.5150098, 410.3118495, 450.9189227],
    ])
  })

  test('Holt and simple smoothing', () => {
    expect(digits(stepsAhead(holt(past, { alpha: 0.5, beta: 0.1 }), 3))).toEqual([
      407.4823083, 406.1660342, 404.8497602,
    ])
    expect(digits([simpleSmoothing(past, 0.2).level], 7)).toEqual([425.9746])
  })

  test('the seasonal naive, and how far it is off', () => {
    const forecast = seasonalNaive(past, 12, 12)
    expect(forecast).toEqual([360, 342, 406, 396, 420, 472, 548, 559, 463, 407, 362, 405])
    const { rmse, mae, mape, mase } = accuracy(past, year, forecast, 12)
    expect(digits([rmse, mae, mape, mase], 7)).toEqual([50.70832, 47.83333, 9.987533, 1.570881])
  })

  test('Croston, and Syntetos and Boylan', () => {
    expect(digits([crostonRate(rare), sbaRate(rare)], 7)).toEqual([1.457824, 1.384933])
  })
})

// Saudi oil production 1996-2013, whose alpha and level are printed in Forecasting: Principles and Practice, 2nd edition, 7.1.
const oil = [
  ...[445.36, 453.2, 454.41, 422.38, 456.04, 440.39, 425.19, 486.21, 500.43, 521.28, 508.95, 488.89],
  ...[509.87, 456.72, 473.82, 525.95, 549.83, 542.34],
]

test('the optimal smoothing is the one of the textbook', () => {
  const { alpha, firstLevel } = optimalSmoothing(oil)
  expect([alpha.toFixed(2), firstLevel.toFixed(1)]).toEqual(['0.83', '446.6'])
})

test('the optimal smoothing is no worse at any other alpha and first level', () => {
  const best = optimalSmoothing(oil)
  const squares = (alpha: number, first: number) => simpleSmoothing([first, ...oil], alpha).squaredErrors
  expect(squares(best.alpha, best.firstLevel)).toBeCloseTo(best.squaredErrors, 4)
  for (const alpha of [0.1, 0.5, 0.9, best.alpha - 1e-3, best.alpha + 1e-3])
    for (const first of [420, 445.36, 460, best.firstLevel + 0.1])
      expect(squares(alpha, first)).toBeGreaterThanOrEqual(best.squaredErrors - 1e-6)
})

test('what is wanted no more fades away', () => {
  expect(tsbRate([4, ...new Array<number>(20).fill(0)])).toBeCloseTo(4 * 0.9 ** 20, 10)
})

test('short series are answered by what there is of them', () => {
  expect(naive([], 2)).toEqual([0, 0])
  expect(seasonalNaive([3], 2, 7)).toEqual([3, 3])
  expect(meanOfDays([2, 4], 2, 28)).toEqual([3, 3])
  expect(weekdayMeans([1, 2, 3, 4, 5, 6, 7], 8, 4)).toEqual([1, 2, 3, 4, 5, 6, 7, 1])
  expect(crostonRate([0, 0])).toBe(0)
  expect(holtWinters([1, 2, 3], { ...weights, kind: 'additive' })).toBeNull()
})
