import type { AlertSeverity } from '../schema'
import { beltRecordsQueue, type SpoolFacts } from './belt-facts'
import { duration } from './queue-words'
import type { WantedAlert } from './wanted-alert'

/** The database takes what was answered in groups every few milliseconds. */
const OLD_SECONDS = { warning: 10, critical: 60 } as const
/** What is left to make room, or to bring the database back. */
const ROOM_MINUTES = { warning: 60, critical: 10 } as const
const GIGABYTE = 1_000_000_000

/** The alerts about decisions that a process keeps in its own spool because the database does not take them. */
export function wantedRecordsAlerts(site: string, facts: SpoolFacts, now: Date): WantedAlert[] {
  const { unrecorded, oldestUnrecordedAt, spoolFreeBytes, spoolBytesPerMinute } = facts
  const alert = (
    topic: 'unrecorded' | 'spool-room',
    severity: AlertSeverity,
    message: string,
  ): WantedAlert => ({
    ...{ site, queue: beltRecordsQueue, topic, cause: topic, severity, message, ordersAffected: 0 },
  })
  const seconds = oldestUnrecordedAt === null ? 0 : (now.getTime() - oldestUnrecordedAt.getTime()) / 1_000
  const minutes =
    spoolFreeBytes === null || spoolBytesPerMinute <= 0 ? null : spoolFreeBytes / spoolBytesPerMinute
  return [
    ...(seconds > OLD_SECONDS.warning
      ? [
          alert(
            'unrecorded',
            seconds > OLD_SECONDS.critical ? 'critical' : 'warning',
            `Belt records: ${unrecorded.toLocaleString('en')} decisions wait for the database, the oldest for ${duration(seconds)}; the belt goes on`,
          ),
        ]
      : []),
    ...(minutes !== null && spoolFreeBytes !== null && minutes < ROOM_MINUTES.warning
      ? [
          alert(
            'spool-room',
            minutes < ROOM_MINUTES.critical ? 'critical' : 'warning',
            `Belt records: the disk they wait on is full in ${duration(minutes * 60)} at this rate, ${(spoolFreeBytes / GIGABYTE).toFixed(1)} GB are left`,
          ),
        ]
      : []),
  ]
}
