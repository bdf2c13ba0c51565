import type { DayKind, LiftedKind } from '../schema'

const WEEKS = 12
/** So many days of a kind must be seen before its factor is believed half. */
const PRIOR_DAYS = 2

/** What a kind of day is to its weekday, and the days that it was learnt from. */
export type KindLift = { factor: number; days: number }
export type DayWeights = {
  /** What each day weighs against a mean day by its weekday; nothing where the store is closed. */
  weights: Float64Array
  /** What a day of its kind is to its weekday: 1 of an ordinary one. */
  lifts: Float64Array
}

/**
 * What each day is like, of the past and of the horizon behind it: the weekday's share of the last twelve weeks, and what days
 * of its kind were against their weekday. A weekday on which the store sold nothing for all that time weighs nothing, as does
 * a day that is closed.
 * @param index how busy the store was, day by day
 * @param kinds of the past and the horizon
 */
export function dayWeights(
  index: ArrayLike<number>,
  kinds: readonly (DayKind | null)[],
  horizon: number,
): DayWeights {
  const weekdays = weekdayShares(index, kinds)
  const learnt = learnLifts(index, kinds, weekdays)
  const days = index.length + horizon
  const weights = Float64Array.from({ length: days }, (_, day) =>
    kinds[day] === 'closed' ? 0 : (weekdays[day % 7] ?? 1),
  )
  const lifts = Float64Array.from({ length: days }, (_, day) => {
    const kind = kinds[day]
    return kind && kind !== 'closed' ? learnt[kind].factor : 1
  })
  return { weights, lifts }
}

/** The past as it would have been without its holidays and promotions; without any it is what was given. */
export const asPlainDays = (units: Float64Array, lifts: Float64Array): Float64Array =>
  lifts.every((lift, day) => lift === 1 || day >= units.length)
    ? units
    : units.map((value, day) => value / (lifts[day] ?? 1))

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

/**
 * What a store's holidays and promotions were, each against its weekday at the level of the days around it, drawn towards 1 by
 * two days that were ordinary: one lucky day is no rule. Never nothing: what is closed is said to be.
 */
export function learnLifts(
  index: ArrayLike<number>,
  kinds: readonly (DayKind | null)[],
  weekdays = weekdayShares(index, kinds),
): Record<LiftedKind, KindLift> {
  const liftOf = (kind: LiftedKind): KindLift => {
    let sum = PRIOR_DAYS
    let days = 0
    for (let day = 0; day < index.length; day++) {
      const usual = (weekdays[day % 7] ?? 0) * levelAround(index, kinds, weekdays, day)
      if (kinds[day] !== kind || usual <= 0) continue
      sum += (index[day] ?? 0) / usual
      days++
    }
    return { factor: sum / (days + PRIOR_DAYS), days }
  }
  return { holiday: liftOf('holiday'), promotion: liftOf('promotion') }
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
