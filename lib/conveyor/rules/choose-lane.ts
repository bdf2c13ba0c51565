import type { Action, Because, LaneState } from '../schema'
import { rankLanes } from './rank-lanes'

/** A lane as the decision needs it. */
export type OpenLane = {
  id: string
  state: LaneState
  serves: readonly string[]
  /** Boxes that were sent there within the last minute. */
  sentLastMinute: number
  mostPerMinute?: number | undefined
  /** Sent there and not confirmed yet. */
  coming: number
  capacity: number
  /** When its next trailer leaves, ms since 1970; null when it does not matter. */
  leavesAt: number | null
}

/** What is known of what the scanner saw. */
export type SeenBox =
  | {
      kind: 'known'
      /** What must stay together: the order of a tote, else the box itself. */
      key: string
      destination: string
      isCancelled: boolean
      /** The lane to which others of its key were sent already: they meet there, or not at all. */
      laneOfKey: string | null
      /** Times it came around already. */
      laps: number
    }
  | { kind: 'no-read' | 'unknown-barcode' | 'multiple-labels' }

export type LaneChoice = { action: Action; lane: string | null; because: Because }

type Ground = {
  /** Of this sorter, but for its exception lane, in the order in which a box meets them. */
  lanes: readonly OpenLane[]
  /** Null for a line that runs to its end. */
  loop: { room: number; mostLaps: number } | null
  /** Whether a lane of another sorter of the site serves a destination. */
  isServedElsewhere: (destination: string) => boolean
  /** The answer will not be there before the box is past. */
  isLate: boolean
}

/**
 * Where a box goes, and why. What cannot be known goes to the exceptions, never by a guess; a lane that takes nothing now
 * lets its boxes come around again where there is a loop with room for them.
 */
export function chooseLane(box: SeenBox, ground: Ground): LaneChoice {
  if (ground.isLate) return aroundOr('reject', 'too-late', box, ground)
  if (box.kind !== 'known') return { action: 'reject', lane: null, because: box.kind }
  if (box.isCancelled) return { action: 'reject', lane: null, because: 'cancelled-order' }
  const serving = ground.lanes.filter(({ serves }) => serves.includes(box.destination))
  if (serving.length === 0)
    return ground.isServedElsewhere(box.destination)
      ? { action: 'pass', lane: null, because: 'elsewhere' }
      : { action: 'reject', lane: null, because: 'no-lane' }
  const candidates = candidatesOf(box, serving)
  const refusals = candidates.map(refusalOf)
  const free = refusals.indexOf(null)
  const lane = candidates[free]
  if (lane) return { action: 'divert', lane: lane.id, because: 'routed' }
  return aroundOr('reject', refusals[0] ?? 'lane-closed', box, ground)
}

/** In the order in which they are tried: the next trailer first, then as the box ranks equal lanes. */
function candidatesOf(box: Extract<SeenBox, { kind: 'known' }>, serving: OpenLane[]): OpenLane[] {
  const met = serving.find(({ id }) => id === box.laneOfKey)
  if (met && met.state !== 'closed') return [met]
  const ranked = rankLanes(box.key, serving)
  // A stable sort: equal trailers stay as the box ranks them.
  return ranked.sort((a, b) => (a.leavesAt ?? 0) - (b.leavesAt ?? 0))
}

function refusalOf(lane: OpenLane): Because | null {
  if (lane.state === 'closed') return 'lane-closed'
  if (lane.state === 'full' || lane.coming >= lane.capacity) return 'lane-full'
  if (lane.mostPerMinute !== undefined && lane.sentLastMinute >= lane.mostPerMinute) return 'lane-busy'
  return null
}

/** Around again if it may, else as said. What was not read is not sent around: nobody could count its laps. */
function aroundOr(action: Action, because: Because, box: SeenBox, { loop }: Ground): LaneChoice {
  const mayCircle = loop !== null && loop.room > 0 && box.kind === 'known' && box.laps < loop.mostLaps
  return { action: mayCircle ? 'recirculate' : action, lane: null, because }
}
