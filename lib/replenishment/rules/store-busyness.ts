import type { DemandSeries } from '../schema'

/** An item's day counts at most this many of its mean days, so that one wholesale order is not a busy day of the store. */
const MOST_MEAN_DAYS = 10

/**
 * How busy the store was on each day until `until`: every item's day in units of its own mean day, added up, so that what is
 * bought by the hundred does not outweigh the rest. Days on which an item was short are left out and made good for by the others.
 */
export function storeBusyness(series: readonly DemandSeries[], until: number): Float64Array {
  const seen = new Float64Array(until)
  const possible = new Float64Array(until)
  for (const { units, isShort } of series) {
    let first = 0
    while (first < until && (units[first] ?? 0) <= 0) first++
    if (first === until) continue
    let sum = 0
    for (let day = first; day < until; day++) sum += units[day] ?? 0
    const mean = sum / (until - first)
    const most = MOST_MEAN_DAYS * mean
    for (let day = first; day < until; day++) {
      if (isShort?.[day]) continue
      seen[day] = (seen[day] ?? 0) + Math.min(units[day] ?? 0, most) / mean
      possible[day] = (possible[day] ?? 0) + 1
    }
  }
  // In steps of what a mean item wants: new items and short ones change how many speak, not how busy it was.
  return seen.map((value, day) => value / Math.max(1, possible[day] ?? 0))
}
