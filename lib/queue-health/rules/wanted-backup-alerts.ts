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
