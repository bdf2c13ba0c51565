import type { Peak } from '../day-schema'

const STEP_MINUTES = 5
const WINDOW_MINUTES = 15
/** Fewer orders than that in a quarter of an hour are no peak, however quiet the day is. */
const LEAST_ORDERS = 10
const LEAST_TIMES = 2
const MOST_PEAKS = 3

/**
 * The quarters of an hour that stand out, in the order of time: at least twice the median of all that had any order. They begin
 * on the five minutes and never overlap; of those that do the highest is told.
 */
export function findPeaks(placed: readonly number[]): Peak[] {
  const starts = Array.from(
    { length: Math.max(0, Math.floor((placed.length - WINDOW_MINUTES) / STEP_MINUTES) + 1) },
    (_, step) => step * STEP_MINUTES,
  )
  const windows = starts.map((fromMinute) => ({
    fromMinute,
    orders: placed.slice(fromMinute, fromMinute + WINDOW_MINUTES).reduce((sum, count) => sum + count, 0),
  }))
  const usual = median(windows.map(({ orders }) => orders).filter((orders) => orders > 0))
  const peaks: Peak[] = []
  for (const { fromMinute, orders } of windows.toSorted((one, other) => other.orders - one.orders)) {
    if (peaks.length === MOST_PEAKS || orders < LEAST_ORDERS || orders < LEAST_TIMES * usual) break
    const toMinute = fromMinute + WINDOW_MINUTES
    const isApart = peaks.every((peak) => toMinute <= peak.fromMinute || fromMinute >= peak.toMinute)
    if (isApart) peaks.push({ fromMinute, toMinute, orders, times: Math.round((orders / usual) * 10) / 10 })
  }
  return peaks.sort((one, other) => one.fromMinute - other.fromMinute)
}

function median(counts: number[]): number {
  const sorted = counts.sort((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  const high = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? 0) + high) / 2
}
