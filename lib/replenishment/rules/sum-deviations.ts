import type { Trial } from './backtest-series'
import { quantile, weekOf } from './forecast-bands'

/** So many of 100 sums shall stay below mean + 1.645 deviations, as they would if they were normal. */
const KEPT = 0.95
const LEVEL = 1.645
const WEEK = 7
/** Fewer sums tell nothing of the largest twentieth of them. */
const FEWEST_SUMS = 100

/** Of the trials: the mean square of a day's error, and how much more the errors of a whole horizon vary than independent days would. */
export function spreadOf(
  trials: readonly Trial[],
  combine: (trial: Trial) => Float64Array,
): { daySquare: number; together: number } {
  let squares = 0
  let days = 0
  let sums = 0
  for (const trial of trials) {
    const forecast = combine(trial)
    let sum = 0
    for (let step = 0; step < forecast.length; step++) {
      const error = (trial.actual[step] ?? Number.NaN) - (forecast[step] ?? 0)
      if (Number.isNaN(error)) continue
      squares += error * error
      sum += error
      days++
    }
    sums += sum * sum
  }
  return { daySquare: days > 0 ? squares / days : 0, together: squares > 0 ? sums / squares : 1 }
}

/**
 * Standard deviation of the units from the first day to each: days vary by chance, a wrong level makes all of them wrong
 * together, the more the longer it is summed. `together` is what a whole horizon's square is to its days' squares.
 * @param stretch of each week's sums, see `SumCalibration`
 */
export function sumDeviations(
  mean: ArrayLike<number>,
  daySquare: number,
  together: number,
  stretch: readonly number[],
): number[] {
  const horizon = mean.length
  let total = 0
  for (let step = 0; step < horizon; step++) total += mean[step] ?? 0
  const inflate = Math.max(1, together) - 1
  let variance = 0
  let widest = 0
  return Array.from({ length: horizon }, (_, step) => {
    // A day on which more is wanted varies more.
    const share = total > 0 ? ((mean[step] ?? 0) * horizon) / total : 1
    variance += Math.max(daySquare * share, mean[step] ?? 0)
    const sd = Math.sqrt(variance * (1 + (inflate * (step + 1)) / horizon)) * (stretch[weekOf(step)] ?? 1)
    // A stretch is told by the week; a longer sum never varies less.
    widest = Math.max(widest, sd)
    return widest
  })
}

type Sums = {
  daySquare: number
  together: number
  trials: number
  forecast: Float64Array
  actual: Float64Array
}

/**
 * How far a store's sums go beyond what their deviations say: each trial of an item is held against the deviation that its other
 * trials give, and the stretch is what keeps 95 of 100 sums of so many weeks (cross-conformal prediction; Vovk 2015). Errors
 * of a season that comes to all items at once, and the long tail above the mean, are in it; in a normal curve they are not.
 */
export class SumCalibration {
  readonly #seen: Sums[] = []

  add(trials: readonly Trial[], combine: (trial: Trial) => Float64Array): void {
    for (const held of trials) {
      const others = trials.filter((trial) => trial !== held)
      if (others.length === 0) continue
      const forecast = combine(held)
      this.#seen.push({ ...spreadOf(others, combine), trials: others.length, forecast, actual: held.actual })
    }
  }

  /** By week of the horizon, never below 1; what too few sums say is not believed. */
  stretch(steady: (together: number, trials: number) => number): number[] {
    const weeks = Math.floor((this.#seen[0]?.forecast.length ?? 0) / WEEK)
    return Array.from({ length: weeks }, (_, week) => {
      const beyond = this.#seen.flatMap((sums) => {
        const [mean, actual] = [sums.forecast, sums.actual].map((days) => total(days, (week + 1) * WEEK))
        const sds = sumDeviations(sums.forecast, sums.daySquare, steady(sums.together, sums.trials), [])
        const sd = sds[(week + 1) * WEEK - 1] ?? 0
        const share = ((actual ?? 0) - (mean ?? 0)) / sd
        // A day without stock has no number, nor has a sum with such a day.
        return Number.isFinite(share) ? [share] : []
      })
      if (beyond.length < FEWEST_SUMS) return 1
      return Math.max(1, quantile(Float64Array.from(beyond).sort(), KEPT) / LEVEL)
    })
  }
}

function total(days: Float64Array, count: number): number {
  let sum = 0
  for (let step = 0; step < count; step++) sum += days[step] ?? 0
  return sum
}
