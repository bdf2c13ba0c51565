import { CANDIDATES, candidateForecasts, type Origin } from './candidate-forecasts'
import { asPlainDays } from './day-weights'
import { fillShortDays } from './fill-short-days'
import { naive } from './naive'
import { meanSquaredError, stepScale } from './scaled-error'

/** A past must be this long before it is asked what would have been right. */
const LEAST_DAYS = 28

/** What would have been said at an earlier day, and what came. */
export type Trial = {
  forecasts: ArrayLike<number>[]
  /** NaN on days that were short: nobody knows. */
  actual: Float64Array
  /** Root mean squared scaled error of every candidate. */
  errors: number[]
  naiveError: number
  /** The same of any other forecast of these days. */
  scaledError: (forecast: ArrayLike<number>) => number
}
export type Backtest = { from: number; trials: Trial[] }

/**
 * What every candidate would have said of an item from each of the origins, each knowing only the days before itself, and by
 * how much it would have been wrong (rolling-origin evaluation; Tashman 2000). Origins without 28 days of past are left out.
 */
export function backtestSeries(
  units: Float64Array,
  isShort: Uint8Array | undefined,
  origins: readonly Origin[],
  horizon: number,
): Backtest {
  const from = Math.max(
    0,
    units.findIndex((value) => value > 0),
  )
  const trials: Trial[] = []
  for (const origin of origins) {
    const { until, weights, lifts } = origin
    if (until - from <= LEAST_DAYS) continue
    const known = asPlainDays(units.subarray(0, until), lifts)
    const values = fillShortDays(known, isShort?.subarray(0, until), weights, from)
    const scale = stepScale(values)
    if (scale === null) continue
    const actual = units.slice(until, until + horizon)
    if (isShort)
      for (let step = 0; step < horizon; step++) if (isShort[until + step]) actual[step] = Number.NaN
    const forecasts = candidateForecasts(values, from, origin, horizon, isShort)
    const errorOf = (forecast: ArrayLike<number>) => Math.sqrt(meanSquaredError(actual, forecast) / scale)
    const naiveError = errorOf(naive(values, horizon))
    if (Number.isNaN(naiveError)) continue
    trials.push({ forecasts, actual, errors: forecasts.map(errorOf), naiveError, scaledError: errorOf })
  }
  return { from, trials }
}

/** Each candidate's error against the mean of all of them, over an item's trials: below 1 is better than most. Null without trials. */
export function relativeErrors({ trials }: Backtest): number[] | null {
  if (trials.length === 0) return null
  const sums = CANDIDATES.map((_, at) => trials.reduce((sum, { errors }) => sum + (errors[at] ?? 0), 0))
  const mean = sums.reduce((total, value) => total + value, 0) / sums.length
  return mean > 0 ? sums.map((value) => value / mean) : null
}
