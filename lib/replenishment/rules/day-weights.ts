import type { DayKind } from '../schema'

const WEEKS = 12
/** So many days of a kind must be seen before its factor is believed half. */
const PRIOR_DAYS = 2

/**
 * What each day weighs against a mean day, of the past and of the horizon behind it: the weekday's share of the last twelve
 * weeks, times what days of its kind were against their weekday. A weekday on which the store sold nothing for all that time
 * weighs nothing, as does a day that is closed.
 * @param index how busy the store was, day by day
 * @param kinds of the past and the horizon
 */
export function dayWeights(
  index: ArrayLike<number>,
  kinds: readonly (DayKind | null)[],
  horizon: number,
): Float64Array {
  const weekdays = weekdayShares(index, kinds)
  const factors = kindFactors(index, kinds, weekdays)
  const weights = new Float64Array(index.length + horizon)
  for (let day = 0; day < weights.length; day++) {
    const kind = kinds[day]
    weights[day] = (weekdays[day % 7] ?? 1) * (kind ? (factors.get(kind) ?? 1) : 1)
  }
  return weights
}

/** By place in the week, the first day of the past at 0; their mean is 1. Days of a kind do not speak for their weekday. */
function weekdayShares(index: ArrayLike<number>, kinds: readonly (DayKind | null)[]): Float64Array {
  const sums = new Float64Array(7)
  const counts = new Float64Array(7)
  for (let day = Math.max(0, index.length - 7 * WEEKS); day < index.length; day++) {
    if (kinds[day]) continue
    sums[day % 7] = (sums[day % 7] ?? 0) + (index[day] ?? 0)
    counts[day % 7] = (counts[day % 7] ?? 0) + 1
  }
  const means = sums.map((sum, place) => (counts[place] ? sum / (counts[place] ?? 1) : 0))
  const mean = means.reduce((total, value) => total + value, 0) / 7
  return mean > 0 ? means.map((value) => value / mean) : means.fill(1)
}

function kindFactors(
  index: ArrayLike<number>,
  kinds: readonly (DayKind | null)[],
  weekdays: Float64Array,
): Map<DayKind, number> {
  const factors = new Map<DayKind, number>([['closed', 0]])
  for (const kind of ['holiday', 'promotion'] as const) {
    let factor = PRIOR_DAYS
    let count = PRIOR_DAYS
    for (let day = 0; day < index.length; day++) {
      const weight = weekdays[day % 7] ?? 0
      const usual = weight * levelAround(index, kinds, weekdays, day)
      if (kinds[day] !== kind || usual <= 0) continue
      factor += (index[day] ?? 0) / usual
      count++
    }
    factors.set(kind, factor / count)
  }
  return factors
}

const AROUND_DAYS = 14

/** Of a day of weight 1, by the plain days before and behind. */
function levelAround(
  index: ArrayLike<number>,
  kinds: readonly (DayKind | null)[],
  weekdays: Float64Array,
  day: number,
): number {
  let seen = 0
  let weight = 0
  for (let near = Math.max(0, day - AROUND_DAYS); near <= day + AROUND_DAYS && near < index.length; near++) {
    if (kinds[near]) continue
    seen += index[near] ?? 0
    weight += weekdays[near % 7] ?? 0
  }
  return weight > 0 ? seen / weight : 0
}
