/** What was counted at one scanner. */
export type ScannerFacts = {
  scanner: string
  scans: number
  noReads: number
  /** Within the last minute, and a minute in the ten before it. */
  lastMinute: number
  perMinuteBefore: number
  lastSeconds: number
}

/** What was counted of one sorter within the last `BELT_MINUTES`; each `orders…` are those of its boxes. */
export type BeltFacts = {
  site: string
  sorter: string
  /** Some process holds its lock. */
  isAnswered: boolean
  scans: number
  /** Boxes whose label was read. */
  reads: number
  recirculated: number
  ordersRecirculated: number
  /** Answers that took more than half of the time that they had. */
  slow: number
  tooLate: number
  ordersTooLate: number
  /** Tightest deadline of its scanners that was in use. */
  deadlineMs: number | null
  misSorts: number
  ordersMisSorted: number
  missing: number
  ordersMissing: number
  /** Some labels of those that are missing. */
  missingLabels: string[]
  /** Sent somewhere three minutes ago or more, and how many of them were confirmed. */
  due: number
  confirmed: number
  ordersLaneFull: number
  ordersUnanswered: number
  scanners: ScannerFacts[]
  /** Full for longer than two minutes. */
  fullLanes: { lane: string; seconds: number }[]
}

/** What only the process that answers knows: how its spool stands, in which decisions wait for the database. */
export type SpoolFacts = {
  unrecorded: number
  oldestUnrecordedAtMs: number | null
  /** Why the last line could not be written; null while lines can. */
  spoolError: string | null
  /** Room on its disk. */
  freeBytes: number
}

export const BELT_MINUTES = 15

const PREFIX = 'belt:'
/** What the alerts of a sorter are kept, silenced and shown under. */
export const beltQueue = (sorter: string): string => `${PREFIX}${sorter}`

/** The sorter of such a queue; null for any other. */
export const sorterOfQueue = (queue: string): string | null =>
  queue.startsWith(PREFIX) ? queue.slice(PREFIX.length) : null

/** What the alerts about decisions that are not in the database are kept under. */
export const beltRecordsQueue = 'belt-records'
