import type { Trial } from './backtest-series'

const LOW = 0.1
const HIGH = 0.9
/** Actual values as shares of what was forecast, sorted: of the first half of the horizon, and of the second. */
export type Shares = [Float64Array, Float64Array]

/** How the trials' actual days were to the same combination of candidates. */
export function sharesOf(trials: readonly Trial[], combine: (trial: Trial) => Float64Array): Shares {
  const halves: [number[], number[]] = [[], []]
  for (const trial of trials) {
    const forecast = combine(trial)
    for (let step = 0; step < forecast.length; step++) {
      const expected = forecast[step] ?? 0
      const actual = trial.actual[step] ?? Number.NaN
      if (expected > 1e-9 && !Number.isNaN(actual))
        halves[step < forecast.length / 2 ? 0 : 1].push(actual / expected)
    }
  }
  return [Float64Array.from(halves[0]).sort(), Float64Array.from(halves[1]).sort()]
}

/**
 * The band in which 80 in 100 days lie: the forecast times the tenth and ninetieth of 100 shares that the trials' days had of
 * theirs. It is never below nought, and as lopsided as the item's demand is. Without trials it is as wide as chance makes it
 * (Poisson): 1.28 square roots of the mean.
 */
export function forecastBands(mean: ArrayLike<number>, shares: Shares): { lower: number[]; upper: number[] } {
  const lower: number[] = []
  const upper: number[] = []
  for (let step = 0; step < mean.length; step++) {
    const value = mean[step] ?? 0
    const sorted = shares[step < mean.length / 2 ? 0 : 1]
    if (sorted.length < 10) {
      const spread = 1.28 * Math.sqrt(value)
      lower.push(Math.max(0, value - spread))
      upper.push(value + spread)
    } else {
      // What is forecast lies within its band, also where most of what was wanted came on one day.
      lower.push(Math.min(value, value * quantile(sorted, LOW)))
      upper.push(Math.max(value, value * quantile(sorted, HIGH)))
    }
  }
  return { lower, upper }
}

function quantile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1)
  const below = sorted[Math.floor(at)] ?? 0
  const above = sorted[Math.ceil(at)] ?? below
  return below + (at - Math.floor(at)) * (above - below)
}

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
 */
export function sumDeviations(mean: ArrayLike<number>, daySquare: number, together: number): number[] {
  const horizon = mean.length
  let total = 0
  for (let step = 0; step < horizon; step++) total += mean[step] ?? 0
  const inflate = Math.max(1, together) - 1
  let variance = 0
  return Array.from({ length: horizon }, (_, step) => {
    // A day on which more is wanted varies more.
    const share = total > 0 ? ((mean[step] ?? 0) * horizon) / total : 1
    variance += Math.max(daySquare * share, mean[step] ?? 0)
    return Math.sqrt(variance * (1 + (inflate * (step + 1)) / horizon))
  })
}
