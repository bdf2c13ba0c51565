import type { DayHours, DayQueue, DaySpan } from '../day-schema'

const MINUTE_MS = 60_000
const LATELY_MINUTES = 15

export type DayMoment = {
  at: string
  /** Where "lately" begins: a quarter of an hour before, or the day's beginning. */
  latelyFrom: string
  placedSoFar: number
  placedLately: number
  queues: { queue: DayQueue; owed: number; late: number }[]
  alerts: DaySpan[]
  /** Faults and lanes. */
  others: DaySpan[]
  touring: number
  outOfStock: number
  scans: number
  noReads: number
}

/** How everything stood at the end of a minute. */
export function momentOfDay(day: DayHours, minute: number): DayMoment {
  const atMs = Date.parse(day.from) + (minute + 1) * MINUTE_MS
  const { placed, scans, noReads } = day.perMinute
  const upTo = (counts: readonly number[], since: number) =>
    counts.slice(Math.max(0, since), minute + 1).reduce((sum, count) => sum + count, 0)
  const lasting = day.spans.filter(
    ({ from, until }) => Date.parse(from) < atMs && (until === null || Date.parse(until) >= atMs),
  )
  const lately = minute + 1 - LATELY_MINUTES
  return {
    at: new Date(atMs).toISOString(),
    latelyFrom: new Date(Date.parse(day.from) + Math.max(0, lately) * MINUTE_MS).toISOString(),
    placedSoFar: upTo(placed, 0),
    placedLately: upTo(placed, lately),
    queues: day.backlog.map(({ queue, owed, late }) => ({
      queue,
      owed: owed[minute] ?? 0,
      late: late[minute] ?? 0,
    })),
    alerts: lasting.filter(({ kind }) => kind === 'alert'),
    others: lasting.filter(({ kind }) => kind === 'fault' || kind === 'lane'),
    touring: day.touring[minute] ?? 0,
    outOfStock: day.outOfStock[minute] ?? 0,
    scans: upTo(scans, lately),
    noReads: upTo(noReads, lately),
  }
}
