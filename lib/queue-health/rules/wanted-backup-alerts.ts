import { duration } from './queue-words'
import type { WantedAlert } from './wanted-alert'

/** The queue under which backups are told of. */
export const backupsQueue = 'backups'

/** One is taken a day, and may take its time. */
export const BACKUP_HOURS = 26

/** What a site should know of the house's backups: when the last one was finished, if one ever was, and why none was since. */
export type OldBackup = { site: string; lastAt: Date | null; reason: string | null }

/** The alert for a house whose last good backup is too old; every site is told, because every site would be lost. */
export function wantedBackupAlert({ site, lastAt, reason }: OldBackup): WantedAlert {
  const last = lastAt === null ? 'none was ever finished' : `the last one is of ${lastAt.toISOString()}`
  return {
    ...{ site, queue: backupsQueue, topic: 'flow', severity: 'warning', ordersAffected: 0 },
    cause: reason === null ? 'dependency-silent' : 'dependency-refusing',
    message: `Backups: ${last}${reason === null ? '' : `, because: ${reason}`}`,
  }
}

/** The queue under which the log that goes to the backups is told of. */
export const backupLogQueue = 'backup-log'

/** As much log as a busy quarter of an hour writes. */
export const TOO_FAR_BYTES = 256 * 1_048_576

/** How far the backups are behind the database's log, null where nobody receives it, and for how long it has been too far. */
export type BackupLog = { site: string; behindBytes: number | null; seconds: number }

/** The alert for a log that does not arrive: a database that was lost now would take so much with it. */
export function wantedBackupLogAlert({ site, behindBytes, seconds }: BackupLog): WantedAlert {
  const how =
    behindBytes === null
      ? `nobody has received the database’s log for ${duration(seconds)}`
      : `the database’s log is ${Math.round(behindBytes / 1_048_576)} MiB ahead, for ${duration(seconds)}`
  return {
    ...{ site, queue: backupLogQueue, topic: 'flow', severity: 'critical', ordersAffected: 0 },
    cause: behindBytes === null ? 'dependency-silent' : 'overload',
    message: `Backups: ${how}; what was done since would be lost with it`,
  }
}
