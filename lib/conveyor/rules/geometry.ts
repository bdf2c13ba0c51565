import type { Sorter } from '../topology-schema'

/** What a belt may use of the way to a divert: the rest is for the divert to move. */
const USABLE = 0.9
/** A box that was not heard of for this many times the way it had is searched. */
const LOST = 1.5

/** Metres that a box travels from one place of a sorter to another; null where a line has no way back. */
export function metresBetween(sorter: Sorter, fromMetres: number, toMetres: number): number | null {
  const way = toMetres - fromMetres
  if (way > 0) return way
  return sorter.loop ? way + sorter.lengthMetres : null
}

/**
 * How long a scanner's answer may take, in ms: until the box reaches the first divert after it, less a tenth; the end of
 * the line where there is none.
 */
export function deadlineMsOf(sorter: Sorter, scannerMetres: number): number {
  const ways = sorter.lanes.flatMap(({ atMetres }) => metresBetween(sorter, scannerMetres, atMetres) ?? [])
  const metres = Math.min(...ways, Math.max(sorter.lengthMetres - scannerMetres, 0))
  return Math.floor((metres / sorter.speedMetresPerSecond) * USABLE * 1_000)
}

/** From a scanner into a lane, in ms; null where the lane cannot be reached from there. */
export function travelMsOf(
  sorter: Sorter,
  scannerMetres: number,
  lane: { atMetres: number; lengthMetres: number },
): number | null {
  const metres = metresBetween(sorter, scannerMetres, lane.atMetres)
  return metres === null ? null : ((metres + lane.lengthMetres) / sorter.speedMetresPerSecond) * 1_000
}

/** When a box that nobody confirmed is missing, in ms after its scan: half as long again as the whole way takes. */
export function missingAfterMs(sorter: Sorter): number {
  const longestLane = Math.max(...sorter.lanes.map(({ lengthMetres }) => lengthMetres))
  return ((sorter.lengthMetres + longestLane) / sorter.speedMetresPerSecond) * LOST * 1_000
}
