import { statement } from '@/lib/platform/db'
import { RECEIVER } from '@/lib/platform/rules/wal-segment'
import type { WantedAlert } from './rules/wanted-alert'
import { type BackupLog, TOO_FAR_BYTES, wantedBackupLogAlert } from './rules/wanted-backup-alerts'

/** A vault that is started again, or a base backup that it takes, holds the log up for less. */
const PATIENCE_MS = 60_000

const MEASURE = `
SELECT site.id AS site, receiver.bytes::float8 AS "behindBytes"
  FROM site LEFT JOIN (SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), flush_lsn) AS bytes FROM pg_stat_replication
    WHERE application_name = $1 AND flush_lsn IS NOT NULL ORDER BY flush_lsn DESC LIMIT 1) receiver ON true ORDER BY site.id`

/** When the log of the database was last seen to arrive at the backups, in ms of the watcher's clock. */
export type BackupLogMemory = { fineAt: number | null }

/**
 * One look at how the database's log arrives at the backups of a house that keeps some: without it, what was committed since
 * the last base backup would be lost with the database. Asks for an alert a site when for a minute nobody received it, or
 * it came too late.
 * @param nowMs a clock that only goes forward
 */
export async function watchBackupLog(memory: BackupLogMemory, nowMs: number): Promise<WantedAlert[]> {
  const logs = await statement<Omit<BackupLog, 'seconds'>>('measure-backup-log', MEASURE, [RECEIVER])
  const isFine = logs.every(({ behindBytes }) => behindBytes !== null && behindBytes < TOO_FAR_BYTES)
  if (isFine || memory.fineAt === null) memory.fineAt = nowMs
  const lastedMs = nowMs - memory.fineAt
  if (lastedMs < PATIENCE_MS) return []
  return logs.map((log) => wantedBackupLogAlert({ ...log, seconds: Math.round(lastedMs / 1000) }))
}
