import type { QueueKind } from '../schema'

/** What failed attempts said, and of how many orders. */
export type Failure = { error: string; orders: number; lastAt: string | null }

/** What is counted of one queue of a site at one instant; ages in seconds at that instant. */
export type QueueFacts = {
  name: string
  kind: QueueKind
  site: string
  now: Date
  /** Owed, not given up, and nobody is at it. */
  waiting: number
  running: number
  /** Of what waits or runs, what failed before. */
  retrying: number
  dead: number
  overdue: number
  /** Owed since. */
  oldestSince: Date | null
  /** Orders whose attempts have failed since the last success. */
  failing: number
  /** Waiting so long that they should have been begun by now, though nothing is before them. */
  lost: number
  lastSuccessAt: Date | null
  doneLastMinute: number
  /** Best rate of the last day's samples. */
  usualPerMinute: number
  p95WaitMs: number | null
  /** How long one attempt takes, the median of the last 15 s. */
  workMs: number | null
  /** For how long the longest attempt under way has run. */
  runningSeconds: number
  /** Jobs that a process holds which no longer gives a sign of life. */
  heldByDead: number
  failures: Failure[]
  /** How often its schedule fires; null when it has none. */
  everySeconds: number | null
  /** When the night shift that has it opened; null for what is no function. */
  introducedAt: Date | null
}

/** The signs of life of the night shift. */
export type EngineFacts = {
  /** How long ago the last sign of life was. */
  silentSeconds: number
  /** How long the oldest living one has been open. */
  upSeconds: number
  /** What keeps it from its work, in its own words. */
  trouble: string | null
}
