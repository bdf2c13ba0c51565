import type { Trial } from './backtest-series'

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
 * theirs. It is never below nought, and as lopsided as the item's demand is: where many days want nothing, none lies below the
 * band and all that is left out lies above it. Without trials it is as wide as chance makes it (Poisson): 1.28 square roots of
 * the mean.
 * @param reach how many of 100 of the trials' days each week's band must hold for 80 of the days to come, as shares of 1
 */
export function forecastBands(
  mean: ArrayLike<number>,
  shares: Shares,
  reach: readonly number[],
): { lower: number[]; upper: number[] } {
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
      const [low, high] = shareBand(sorted, reach[weekOf(step)] ?? WANTED)
      // What is forecast lies within its band, also where most of what was wanted came on one day.
      lower.push(Math.min(value, value * low))
      upper.push(Math.max(value, value * high))
    }
  }
  return { lower, upper }
}

const WANTED = 0.8
const WEEK = 7
export const weekOf = (step: number): number => Math.floor(step / WEEK)

/** Between which shares so many of all lie: as many left out below as above, if so many can be. */
function shareBand(sorted: Float64Array, reach: number): [low: number, high: number] {
  const low = quantile(sorted, (1 - reach) / 2)
  const below = sorted.findIndex((share) => share >= low) / sorted.length
  return [low, quantile(sorted, Math.min(1, below + reach))]
}

/** Reaches that are tried, from narrow to wide. */
const REACHES = Array.from({ length: 25 }, (_, at) => 0.5 + 0.02 * at)

/**
 * How wide a store's bands must be to hold 80 of 100 days: each item's newest trial is held against a band made of its older
 * ones, and the narrowest reach that holds enough of all items' days is the store's, for each week of the horizon (split
 * conformal prediction; Vovk, Gammerman & Shafer 2005, with the store's items as the sample).
 */
export class BandCalibration {
  readonly #within: Float64Array[] = []
  readonly #days: number[] = []

  add([newest, ...older]: readonly Trial[], combine: (trial: Trial) => Float64Array): void {
    const shares = sharesOf(older, combine)
    if (!newest || shares.some((half) => half.length < 10)) return
    const forecast = combine(newest)
    const bands = REACHES.map((reach) =>
      forecastBands(
        forecast,
        shares,
        Array.from(forecast, () => reach),
      ),
    )
    for (let step = 0; step < forecast.length; step++) {
      const actual = newest.actual[step] ?? Number.NaN
      if (Number.isNaN(actual) || (forecast[step] ?? 0) <= 1e-9) continue
      const week = weekOf(step)
      this.#within[week] ??= new Float64Array(REACHES.length)
      const within = this.#within[week]
      for (const [at, { lower, upper }] of bands.entries())
        if (within && actual >= (lower[step] ?? 0) && actual <= (upper[step] ?? 0))
          within[at] = (within[at] ?? 0) + 1
      this.#days[week] = (this.#days[week] ?? 0) + 1
    }
  }

  /** By week of the horizon; too few days and it is what is wanted. */
  reach(): number[] {
    return this.#days.map((days, week) => {
      if (days < FEWEST_DAYS) return WANTED
      const at = this.#within[week]?.findIndex((within) => within >= WANTED * days) ?? -1
      return REACHES[at < 0 ? REACHES.length - 1 : at] ?? WANTED
    })
  }
}

const FEWEST_DAYS = 200

export function quantile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1)
  const below = sorted[Math.floor(at)] ?? 0
  const above = sorted[Math.ceil(at)] ?? below
  return below + (at - Math.floor(at)) * (above - below)
}
