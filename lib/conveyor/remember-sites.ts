import { logger } from '@/lib/platform/logger'
import { readBoxes } from './read-boxes'
import { readDrawings } from './read-drawings'
import { readLaneStates } from './read-lane-states'
import { readRecentDecisions } from './read-recent-decisions'
import { SAME_SEQ_MS } from './rules/decide-scan'
import { forgetOld } from './rules/forget-old'
import { nextDeparture } from './rules/next-departure'
import { resumeSorter } from './rules/resume-sorter'
import { drawBelt, type SiteBelt } from './rules/site-belt'
import type { SorterState } from './rules/sorter-state'

const LOOK_MS = 1_000
const DRAWINGS_EVERY = 15
/** Boxes of a week ago leave memory this often. */
const ALL_BOXES_EVERY = 3_600

/**
 * What this process knows of all sites' belts: drawings and boxes, fed at the start and then by what changed, every second
 * and at once when told (`hear`). Every process knows them, so that whoever takes a sorter over can answer at once.
 */
export function rememberSites() {
  const belts = new Map<string, SiteBelt>()
  let boxesSince: Date | null = null
  let turns = 0
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> | undefined
  let isClosed = false

  async function readDrawn(): Promise<void> {
    const drawings = await readDrawings()
    const sites = new Set(drawings.map(({ site }) => site))
    for (const site of belts.keys()) if (!sites.has(site)) belts.delete(site)
    for (const { site, version, timeZone, topology } of drawings) {
      const before = belts.get(site)
      if (before?.version === version) continue
      belts.set(site, drawBelt({ site, version, timeZone, topology }, before))
      // Boxes of a site that was not looked at before.
      if (!before) boxesSince = null
    }
  }

  async function readBoxesThere(): Promise<void> {
    const isAll = boxesSince === null
    const changed = belts.size === 0 ? [] : await readBoxes([...belts.keys()], boxesSince)
    if (isAll) for (const belt of belts.values()) belt.boxes.clear()
    for (const { site, barcode, changedAt, ...box } of changed) {
      belts.get(site)?.boxes.set(barcode, box)
      if (boxesSince === null || changedAt > boxesSince) boxesSince = changedAt
    }
  }

  async function look(): Promise<void> {
    if (turns % DRAWINGS_EVERY === 0) await readDrawn()
    if (turns % ALL_BOXES_EVERY === 0) boxesSince = null
    await readBoxesThere()
    turns++
  }

  function lookAgain(): Promise<void> {
    if (timer) clearTimeout(timer)
    // Not after the reading: time goes on while the database is away.
    tidy(belts.values(), Date.now())
    looking ??= look().finally(() => {
      looking = undefined
      if (!isClosed) timer = setTimeout(() => void lookSafely(), LOOK_MS)
    })
    return looking
  }

  const lookSafely = (): Promise<void> =>
    lookAgain().catch((error: unknown) => logger.debug({ error }, 'changes of boxes could not be read'))

  return {
    belts: belts as ReadonlyMap<string, SiteBelt>,
    /** @throws what the driver threw, when the database is away: without boxes a belt knows nothing */
    look: lookAgain,

    /** Something changed: a box, or with `isDrawing` the belts themselves. */
    async hear(isDrawing: boolean): Promise<void> {
      await looking?.catch(() => {})
      if (isDrawing) turns = 0
      await lookSafely()
    },

    async close(): Promise<void> {
      isClosed = true
      if (timer) clearTimeout(timer)
      await looking?.catch(() => {})
    },
  }
}

/** Forgets what is over, and knows the next trailers. */
function tidy(belts: Iterable<SiteBelt>, nowMs: number): void {
  for (const { sorters, timeZone } of belts)
    for (const state of sorters.values()) {
      forgetOld(state, nowMs)
      for (const tally of state.lanes.values())
        if (tally.lane.departures && (tally.leavesAt ?? 0) <= nowMs)
          tally.leavesAt = nextDeparture(tally.lane.departures, timeZone, new Date(nowMs))?.getTime() ?? null
    }
}

/** Takes up a sorter that somebody else answered for: how its lanes stand, and what was decided lately. */
export async function takeUpSorter(belt: SiteBelt, state: SorterState): Promise<void> {
  const { id } = state.sorter
  for (const { lane, state: laneState } of await readLaneStates([belt.site])) {
    const tally = state.lanes.get(lane)
    if (tally) tally.state = laneState
  }
  resumeSorter(state, await readRecentDecisions(belt.site, id, Date.now() - SAME_SEQ_MS), belt.boxes)
}
