import type { Topology } from '../topology-schema'
import type { Surroundings } from './decide-scan'
import { freshSorter, type KnownBox, type SorterState } from './sorter-state'

/** The belts of a site as memory has them. */
export type SiteBelt = {
  site: string
  /** Of the drawing. */
  version: number
  /** IANA, of the site. */
  timeZone: string
  topology: Topology
  sorters: Map<string, SorterState>
  sorterOfScanner: Map<string, SorterState>
  boxes: Map<string, KnownBox>
}

/** A site's belts, just drawn. A sorter that is drawn as before keeps its memory; another one forgets where boxes were. */
export function drawBelt(
  drawn: Pick<SiteBelt, 'site' | 'version' | 'timeZone' | 'topology'>,
  before?: SiteBelt,
): SiteBelt {
  const sorters = new Map<string, SorterState>()
  const sorterOfScanner = new Map<string, SorterState>()
  for (const sorter of drawn.topology.sorters) {
    const known = before?.sorters.get(sorter.id)
    const isSame = known !== undefined && JSON.stringify(known.sorter) === JSON.stringify(sorter)
    const state = isSame ? known : freshSorter(sorter)
    if (known !== undefined && !isSame) carryOver(known, state)
    sorters.set(sorter.id, state)
    for (const { id } of sorter.scanners) sorterOfScanner.set(id, state)
  }
  return { ...drawn, sorters, sorterOfScanner, boxes: before?.boxes ?? new Map() }
}

/** A drawing may change while boxes ride: what was answered stays answered, and a closed lane stays closed. */
function carryOver(from: SorterState, to: SorterState): void {
  to.byId = from.byId
  to.counts = from.counts
  for (const [scanner, numbers] of from.answered)
    if (to.answered.has(scanner)) to.answered.set(scanner, numbers)
  for (const [id, tally] of to.lanes) tally.state = from.lanes.get(id)?.state ?? 'open'
}

/** What decisions of one sorter may know of the rest of the site. */
export function surroundingsOf(belt: SiteBelt, own: SorterState): Surroundings {
  return {
    boxes: belt.boxes,
    isServedElsewhere: (destination) =>
      belt.topology.sorters.some(
        ({ id, lanes }) => id !== own.sorter.id && lanes.some(({ serves }) => serves.includes(destination)),
      ),
  }
}
