import { statement } from '@/lib/platform/db'
import { BACKUP_HOURS, type OldBackup } from './rules/wanted-backup-alerts'

const MEASURE = `
WITH last AS (
  SELECT max(finished_at) FILTER (WHERE error IS NULL) AS at,
         (array_agg(error ORDER BY id DESC))[1] AS reason,
         min(started_at) AS since
    FROM backup_record
)
SELECT site.id AS site, last.at AS "lastAt", last.reason
  FROM last, site WHERE coalesce(last.at, last.since) < now() - make_interval(hours => $1)`

/** The sites of a house that is backed up, or was, when that has not succeeded for more than a day. */
export function measureBackups(): Promise<OldBackup[]> {
  return statement<OldBackup>('measure-backups', MEASURE, [BACKUP_HOURS])
}
