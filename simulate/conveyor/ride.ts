import type { Action, Because, Outcome } from '@/lib/conveyor/schema'
import type { Sorter } from '@/lib/conveyor/topology-schema'
import type { BoxFault, ScanFault } from './faults'
import type { Box } from './make-boxes'

/** How a box left its sorter: `ran-out` without an answer that it could follow, to the exceptions at the end. */
export type Ending = {
  how: 'diverted' | 'rejected' | 'strayed' | 'ran-out' | 'lost'
  /** Null for what was taken off by hand. */
  lane: string | null
}

/** A box on a sorter. */
export type Ride = {
  sorter: Sorter
  box: Box
  lengthMetres: number
  /** Of its own, so that what goes wrong with it does not hang on what happens to others. */
  random: () => number
  fault: BoxFault | null
  /** Metres that it travels until it is taken off by hand; Infinity for almost all. */
  vanishesAfterMetres: number
  /** Which waypoint comes next. */
  next: number
  laps: number
  /** Its last scan. */
  ask: Ask | null
  /** Its divert opened too late: it takes the next one. */
  isStraying: boolean
  ending: Ending | null
}

/** What the machine can say of a box after a scan. */
export type Verdict = { outcome: Outcome; actualLane: string | null }

export type Answer = { decisionId: string; action: Action; lane: string | null; because: Because }

/** A scan, what was answered, and what became of the box after it. */
export type Ask = {
  ride: Ride
  scanner: string
  seq: number
  barcode: string | null
  labels?: string[]
  fault: ScanFault | null
  scannedAtMs: number
  /** A later answer moves nothing. */
  deadlineAtMs: number
  answer: Answer | null
  answeredAtMs: number
  /** Another answer came to the same number: there must be none. */
  isContradicted: boolean
  /** Times it was said again for want of an answer. */
  repeated: number
  /** Its answer came in time, and still stands. */
  isFollowed: boolean
  /** Lanes whose divert the box has passed since. */
  passed: string[]
  /** The box was scanned again after it; `unread`: and the house cannot know which box that was. */
  replaced: 'read' | 'unread' | null
  /** What the house was told of it. */
  verdict: Verdict | null
}

/** What the machine tells the house; times in ms since the belt began. */
export type Said =
  | { kind: 'scan'; ask: Ask; atMs: number }
  | { kind: 'confirmation'; decisionId: string; verdict: Verdict; atMs: number }
  | { kind: 'lane'; lane: string; state: 'open' | 'full' }
  /** Not for the house: a box has left its sorter. */
  | { kind: 'left'; ride: Ride; ending: Ending }
