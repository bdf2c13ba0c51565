/** Beyond this coefficient of variation the normal curve has too much of itself below zero. */
const MOST_NORMAL_CV = 0.5
/** So near to one that rounding has eaten the rest. */
const ROUNDED_REST = 1e-9

/**
 * The units that demand stays below with a chance of `chance`, for demand of a mean and a standard deviation: normal while
 * that is at most half the mean, else negative binomial (Poisson where the variance is not above the mean), which slow and
 * lumpy items follow. Silver, Pyke & Thomas, Inventory and Production Management (2017), chapter 6; Boylan & Syntetos,
 * Intermittent Demand Forecasting (2021), chapter 5. The line lies in the ratio of both, so that it is not crossed when
 * demand grows in proportion.
 */
export function demandQuantile(mean: number, sd: number, chance: number): number {
  if (mean <= 0) return 0
  if (sd <= MOST_NORMAL_CV * mean) return Math.max(0, mean + normalQuantile(chance) * sd)
  return countQuantile(mean, sd * sd, chance)
}

/** The chance that no more than so many units are wanted, by the same law as `demandQuantile`. */
export function demandChance(mean: number, sd: number, units: number): number {
  if (mean <= 0) return 1
  if (sd <= MOST_NORMAL_CV * mean) return sd > 0 ? normalChance((units - mean) / sd) : units < mean ? 0 : 1
  const { none, next } = countLaw(mean, sd * sd)
  let part = none
  let below = units < 0 ? 0 : none
  for (let count = 1; count <= units; count++) {
    part *= next(count)
    below += part
    if (part < TOO_THIN && count > mean) break
  }
  return Math.min(1, below)
}

function countQuantile(mean: number, variance: number, chance: number): number {
  const { none, next } = countLaw(mean, variance)
  let part = none
  let below = part
  let units = 0
  while (below < chance && 1 - below > ROUNDED_REST) {
    units += 1
    part *= next(units)
    below += part
    if (part < TOO_THIN && units > mean) break
  }
  return units
}

/** A tail too thin for floating point to add to. */
const TOO_THIN = ROUNDED_REST * ROUNDED_REST

/** The chance of no unit at all, and what each count's chance is to that of one unit fewer. */
function countLaw(mean: number, variance: number): { none: number; next: (units: number) => number } {
  if (variance <= mean) return { none: Math.exp(-mean), next: (units) => mean / units }
  const size = (mean * mean) / (variance - mean)
  const failure = mean / (size + mean)
  return {
    none: (size / (size + mean)) ** size,
    next: (units) => (failure * (size + units - 1)) / units,
  }
}

const TAIL_TERMS = [1.330274429, -1.821255978, 1.781477937, -0.356563782, 0.31938153, 0]

/** The standard normal's distribution, by Abramowitz and Stegun 26.2.17: wrong by less than 7.5e-8. */
function normalChance(x: number): number {
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)
  const tail = density * polynomial(TAIL_TERMS, 1 / (1 + 0.2316419 * Math.abs(x)))
  return x > 0 ? 1 - tail : tail
}

const A = [
  ...[-39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716],
  2.506628277459239,
]
const B = [
  -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1,
]
const C = [
  ...[-0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734],
  ...[4.374664141464968, 2.938163982698783],
]
const D = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1]
const TAIL = 0.02425

const polynomial = (factors: readonly number[], x: number) =>
  factors.reduce((sum, factor) => sum * x + factor, 0)

/** The standard normal's quantile, by Acklam's rational approximation (2003): relative error below 1.15e-9. */
export function normalQuantile(chance: number): number {
  if (chance > 1 - TAIL) return -normalQuantile(1 - chance)
  if (chance < TAIL) {
    const x = Math.sqrt(-2 * Math.log(chance))
    return polynomial(C, x) / polynomial(D, x)
  }
  const x = chance - 0.5
  return (polynomial(A, x * x) * x) / polynomial(B, x * x)
}
