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
  const micros = latest
    .filter(({ decidedAtMs }) => nowMs - decidedAtMs < 60_000)
    .map(({ elapsedMicros }) => elapsedMicros)
    .sort((a, b) => a - b)
  const at = (share: number) => micros[Math.min(micros.length - 1, Math.floor(micros.length * share))] ?? 0
  return micros.length === 0 ? null : { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) }
}

/** The lanes of a sorter as they stand. */
export function lanesNow({ sorter, lanes }: SorterState, nowMs: number): LaneNow[] {
  return [...lanes.values()].map(({ lane, state, coming, sent }) => ({
    ...lane,
    ...{ sorter: sorter.id, state, coming: coming.size, divertedPerMinute: countOf(sent, nowMs) },
    isException: lane.id === sorter.exceptionLane,
  }))
}
