import type { Lane, Scanner, Sorter } from '@/lib/conveyor/topology-schema'

/** Where something happens to a box on its way, in metres from the induct. */
export type Waypoint =
  | { kind: 'scanner'; atMetres: number; scanner: Scanner }
  | { kind: 'divert'; atMetres: number; lane: Lane }
  | { kind: 'end'; atMetres: number }

/** A sorter's waypoints in the order in which a box meets them; the end is the last. */
export function waypointsOf(sorter: Sorter): Waypoint[] {
  const stops: Waypoint[] = [
    ...sorter.scanners.map((scanner) => ({ kind: 'scanner' as const, atMetres: scanner.atMetres, scanner })),
    ...sorter.lanes.map((lane) => ({ kind: 'divert' as const, atMetres: lane.atMetres, lane })),
  ]
  // A stable sort: a scanner at the metre of a divert comes before it.
  stops.sort((a, b) => a.atMetres - b.atMetres)
  return [...stops, { kind: 'end', atMetres: sorter.lengthMetres }]
}
