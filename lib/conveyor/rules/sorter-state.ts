import type { Action, Because, BeltCounts, LaneState, Outcome } from '../schema'
import type { Lane, Sorter } from '../topology-schema'
import { deadlineMsOf } from './geometry'
import { type MinuteCount, minuteCount } from './minute-count'

/** A box that was announced. */
export type KnownBox = {
  kind: 'tote' | 'parcel'
  orderNumber: string | null
  destination: string
  isCancelled: boolean
}

/** A decision as memory keeps it; times in ms since 1970. */
export type Answered = {
  decisionId: string
  site: string
  sorter: string
  scanner: string
  seq: number
  /** The normalised label; several are parted by a space. */
  barcode: string | null
  orderNumber: string | null
  action: Action
  lane: string | null
  because: Because
  scannedAtMs: number
  decidedAtMs: number
  deadlineMs: number
  elapsedMicros: number
  recorded: boolean
  outcome: Outcome | null
  actualLane: string | null
}

export type LaneTally = {
  lane: Lane
  state: LaneState
  sent: MinuteCount
  /** Boxes on their way there, and when they count as gone. */
  coming: Map<string, number>
  /** When its next trailer leaves, ms since 1970. */
  leavesAt: number | null
}

/** The last time a box was under a scanner of this sorter. */
export type Pass = {
  scanner: string
  scannedAtMs: number
  decision: Answered
  /** Times it came back to the scanner that saw it first. */
  laps: number
  firstScanner: string
}

/** Of so many answers it is told how long they took. */
export const LATEST = 1_000

/** All that decisions of one sorter need and change. */
export type SorterState = {
  sorter: Sorter
  /** By scanner. */
  deadlines: Map<string, number>
  lanes: Map<string, LaneTally>
  /** By scanner and its number, in the order of the answers. */
  answered: Map<string, Map<number, Answered>>
  byId: Map<string, Answered>
  /** The last answers, in a ring: how long they took. */
  latest: Answered[]
  answers: number
  passes: Map<string, Pass>
  /** Where the totes of an order meet, and when that was last used. */
  laneOfKey: Map<string, { lane: string; atMs: number }>
  circulating: Map<string, number>
  counts: Record<keyof BeltCounts, MinuteCount>
}

/** A sorter that has seen nothing yet. */
export function freshSorter(sorter: Sorter): SorterState {
  return {
    sorter,
    deadlines: new Map(sorter.scanners.map(({ id, atMetres }) => [id, deadlineMsOf(sorter, atMetres)])),
    lanes: new Map(
      sorter.lanes.map((lane) => [
        lane.id,
        { lane, state: 'open', sent: minuteCount(), coming: new Map(), leavesAt: null },
      ]),
    ),
    answered: new Map(sorter.scanners.map(({ id }) => [id, new Map()])),
    byId: new Map(),
    latest: [],
    answers: 0,
    passes: new Map(),
    laneOfKey: new Map(),
    circulating: new Map(),
    counts: {
      ...{
        scans: minuteCount(),
        diverted: minuteCount(),
        noReads: minuteCount(),
        recirculated: minuteCount(),
      },
      ...{ rejected: minuteCount(), tooLate: minuteCount(), missed: minuteCount(), misSorts: minuteCount() },
      lost: minuteCount(),
    },
  }
}
