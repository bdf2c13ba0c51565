import type { DemandSeries, SeriesForecast } from '../schema'
import { type Backtest, relativeErrors, type Trial } from './backtest-series'
import { CANDIDATES, candidateForecasts, type Origin } from './candidate-forecasts'
import { asPlainDays } from './day-weights'
import { fillShortDays } from './fill-short-days'
import { forecastBands, sharesOf } from './forecast-bands'
import { spreadOf, sumDeviations } from './sum-deviations'

/** What an item's own trials are weighed against: what the store's items say all together. */
export type Experience = {
  /** Of each candidate, against the mean of all. */
  relative: readonly number[]
  /** How much more a whole horizon's errors vary than independent days would. */
  together: number
  /** Of each week's band, see `BandCalibration`. */
  reach: readonly number[]
  /** Of the sums of so many weeks, see `SumCalibration`. */
  stretch: readonly number[]
}
export type View = { now: Origin; horizon: number; experience: Experience }

/** The store counts like so many trials of the item's own. */
const STORE_TRIALS = 8
const BEST = 3

/**
 * What will be wanted of an item: the mean of the three candidates that would have been best before, by the item's own trials
 * and by the store's, which steady a choice that few trials would leave to chance; with its band and its spread.
 * Combining: Bates and Granger 1969; the mean of few good ones is hard to beat (Makridakis et al., M4 2020).
 */
export function forecastSeries({ units, isShort }: DemandSeries, test: Backtest, view: View): SeriesForecast {
  const { now, horizon, experience } = view
  const chosen = bestOf(test, experience.relative)
  const combine = ({ forecasts }: Pick<Trial, 'forecasts'>) => meanOf(forecasts, chosen)
  const values = fillShortDays(asPlainDays(units, now.lifts), isShort, now.weights, test.from)
  const mean = combine({ forecasts: candidateForecasts(values, test.from, now, horizon, isShort) })
  const { trials } = test
  const { daySquare, together } = spreadOf(trials, combine)
  const steadied = steady(together, trials.length, experience.together)
  const rmsse = meanError(trials, combine)
  return {
    method: chosen.map((at) => CANDIDATES[at]).join('+'),
    mean: [...mean],
    ...forecastBands(mean, sharesOf(trials, combine), experience.reach),
    sumSd: sumDeviations(mean, daySquare, steadied, experience.stretch),
    rmsse,
    naiveRmsse: rmsse === null ? null : trials.reduce((sum, one) => sum + one.naiveError, 0) / trials.length,
  }
}

/** What an item's own trials say, steadied by what the store's do. */
export const steady = (own: number, trials: number, store: number): number =>
  (trials * own + STORE_TRIALS * store) / (trials + STORE_TRIALS)

/** Places of the best candidates, the best first. */
function bestOf(test: Backtest, store: readonly number[]): number[] {
  const own = relativeErrors(test)
  const count = own ? test.trials.length : 0
  const score = (at: number) => steady(own?.[at] ?? 0, count, store[at] ?? 1)
  return [...CANDIDATES.keys()].sort((a, b) => score(a) - score(b)).slice(0, BEST)
}

function meanOf(forecasts: ArrayLike<number>[], chosen: readonly number[]): Float64Array {
  const mean = new Float64Array(forecasts[0]?.length ?? 0)
  for (const at of chosen)
    for (let step = 0; step < mean.length; step++)
      mean[step] = (mean[step] ?? 0) + (forecasts[at]?.[step] ?? 0) / chosen.length
  return mean
}

/** Of the combination, over its trials. */
function meanError(trials: readonly Trial[], combine: (trial: Trial) => Float64Array): number | null {
  if (trials.length === 0) return null
  let sum = 0
  for (const trial of trials) sum += trial.scaledError(combine(trial))
  return sum / trials.length
}
