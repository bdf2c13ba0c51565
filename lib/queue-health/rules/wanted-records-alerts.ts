import type { AlertSeverity } from '../schema'
import { beltRecordsQueue, type SpoolFacts } from './belt-facts'
import { duration } from './queue-words'
import type { WantedAlert } from './wanted-alert'

/** The database takes what was answered in groups, every few milliseconds. */
const OLD_SECONDS = 10
const TOO_OLD_SECONDS = 60
/** What an outage may take while the disk has room: less than it takes to make some. */
const ROOM_MINUTES = 120
const LITTLE_ROOM_MINUTES = 15
/** A decision and its confirmation as lines of the spool. */
const BYTES_A_BOX = 500

type Told = { severity: AlertSeverity; says: string } | null

/** For how long the oldest decision has waited for the database. */
export const behindSeconds = ({ oldestUnrecordedAtMs }: SpoolFacts, now: Date): number =>
  oldestUnrecordedAtMs === null ? 0 : (now.getTime() - oldestUnrecordedAtMs) / 1_000

/** Whether decisions wait longer than they should. */
export const isBehind = (facts: SpoolFacts, now: Date): boolean => behindSeconds(facts, now) > OLD_SECONDS

/**
 * The alerts about the decisions that a process keeps in its spool until the database has them. Its room is told of while
 * the database is there: during an outage nobody could write it down.
 * @param boxesPerMinute of all belts of the process, at present
 */
export function wantedRecordsAlerts(
  site: string,
  facts: SpoolFacts,
  boxesPerMinute: number,
  now: Date,
): WantedAlert[] {
  const alert = (topic: 'unrecorded' | 'spool-room', told: Told): WantedAlert[] => {
    const about = { site, queue: beltRecordsQueue, topic, cause: topic, ordersAffected: 0 }
    return told ? [{ ...about, severity: told.severity, message: `Belt records: ${told.says}` }] : []
  }
  return [...alert('unrecorded', waiting(facts, now)), ...alert('spool-room', room(facts, boxesPerMinute))]
}

function waiting(facts: SpoolFacts, now: Date): Told {
  if (!isBehind(facts, now)) return null
  const seconds = behindSeconds(facts, now)
  return {
    severity: seconds > TOO_OLD_SECONDS ? 'critical' : 'warning',
    says: `${facts.unrecorded.toLocaleString('en')} facts wait for the database, the oldest for ${duration(seconds)}; the belt goes on`,
  }
}

function room({ freeBytes, spoolError }: SpoolFacts, boxesPerMinute: number): Told {
  if (spoolError !== null)
    return {
      severity: 'critical',
      says: `the disk takes no more (${spoolError}); should the database go away now, decisions are in memory only`,
    }
  const minutes = freeBytes / (boxesPerMinute * BYTES_A_BOX)
  if (!(minutes < ROOM_MINUTES)) return null
  const megabytes = Math.round(freeBytes / 1_000_000).toLocaleString('en')
  return {
    severity: minutes < LITTLE_ROOM_MINUTES ? 'critical' : 'warning',
    says: `${megabytes} MB are left on their disk, enough for ${duration(minutes * 60)} without a database`,
  }
}
