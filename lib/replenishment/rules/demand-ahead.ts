/**
 * Units wanted from today on: by day, and the standard deviation of all wanted from today to that day together.
 * Neither list need be as long as what is asked of it.
 */
export type DemandAhead = { mean: readonly number[]; sumSd: readonly number[] }

const WEEK = 7

/** Units wanted on the day so many days from today; behind the list its last week comes again. */
export function meanOn({ mean }: DemandAhead, inDays: number): number {
  if (inDays < mean.length) return mean[inDays] ?? 0
  const week = Math.min(WEEK, mean.length)
  return week === 0 ? 0 : (mean[mean.length - week + ((inDays - mean.length) % week)] ?? 0)
}

/** Units wanted over the first `days` days. */
export function meanOver(demand: DemandAhead, days: number): number {
  let sum = 0
  for (let day = 0; day < days; day++) sum += meanOn(demand, day)
  return sum
}

/** Standard deviation of the units wanted over the first `days` days; behind the list it grows with the root of the days. */
export function sdOver({ sumSd }: DemandAhead, days: number): number {
  if (days <= 0 || sumSd.length === 0) return 0
  if (days <= sumSd.length) return sumSd[days - 1] ?? 0
  return (sumSd[sumSd.length - 1] ?? 0) * Math.sqrt(days / sumSd.length)
}

/**
 * A forecast some days later than it was made for: the days that are over fall away, the uncertainty of a span stays.
 * @param daysLate 0 when its first day is today
 */
export const demandAhead = ({ mean, sumSd }: DemandAhead, daysLate: number): DemandAhead => ({
  mean: Array.from({ length: mean.length }, (_, day) => meanOn({ mean, sumSd }, day + Math.max(0, daysLate))),
  sumSd,
})
