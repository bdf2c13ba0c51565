import type { BeltCounts, Conveyor, LaneNow } from '../schema'
import { countOf } from './minute-count'
import type { SorterState } from './sorter-state'

/** How often what happened within the last minute. */
export function ratesOf({ counts }: SorterState, nowMs: number): BeltCounts {
  const rate = (what: keyof BeltCounts) => countOf(counts[what], nowMs)
  return {
    ...{ scans: rate('scans'), diverted: rate('diverted'), noReads: rate('noReads') },
    ...{ recirculated: rate('recirculated'), rejected: rate('rejected'), tooLate: rate('tooLate') },
    ...{ missed: rate('missed'), misSorts: rate('misSorts'), lost: rate('lost') },
  }
}

/** How long the last minute's decisions took, the last thousand of them at most; null when there were none. */
export function decisionMicros(
  { latest }: SorterState,
  nowMs: number,
): Conveyor['sorters'][number]['decisionMicros'] {
  // Asked ten times a second: numbers of their own kind are sorted without a call for each pair.
  const micros = new Float64Array(latest.length)
  let count = 0
  for (const { decidedAtMs, elapsedMicros } of latest)
    if (nowMs - decidedAtMs < 60_000) micros[count++] = elapsedMicros
  const sorted = micros.subarray(0, count).sort()
  const at = (share: number) => sorted[Math.min(count - 1, Math.floor(count * share))] ?? 0
  return count === 0 ? null : { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) }
}

/** The lanes of a sorter as they stand. */
export function lanesNow({ sorter, lanes }: SorterState, nowMs: number): LaneNow[] {
  return [...lanes.values()].map(({ lane, state, coming, sent }) => ({
    ...lane,
    ...{ sorter: sorter.id, state, coming: coming.size, divertedPerMinute: countOf(sent, nowMs) },
    isException: lane.id === sorter.exceptionLane,
  }))
}
