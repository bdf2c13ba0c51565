import { join, resolve } from 'node:path'
import type { Environment } from '@/lib/platform/environment'
import type { Shipping } from '@/lib/platform/postgres-process'
import { superviseProcess } from '@/lib/platform/supervise-process'
import { entryOf } from './entry-of'

/**
 * What is asked of the embedded Postgres, so that it can be backed up.
 * @throws Error with one line where the database is somebody's own
 */
export function shippingOf({ DATABASE_URL, STOWLINE_BACKUP, STOWLINE_BACKUP_SYNC }: Environment): Shipping {
  if (!STOWLINE_BACKUP) return 'none'
  if (DATABASE_URL)
    throw new Error(
      'Wrong environment: STOWLINE_BACKUP is for the embedded Postgres; your own is backed up by its own tools (deploy/backup.md)',
    )
  return STOWLINE_BACKUP_SYNC ? 'before-commits' : 'behind'
}

/**
 * Starts the process that keeps the backups. The password and the secret go along: without them nobody enters what was
 * brought back, and the links in mails that were sent are void.
 * @returns what ends it
 */
export function openVault(environment: Environment, dataFolder: string): () => Promise<void> {
  const keys = { password: join(dataFolder, 'postgres/password'), secret: join(dataFolder, 'secret') }
  const vault = superviseProcess('vault', entryOf('server/vault-process'), {
    STOWLINE_BACKUP: resolve(environment.STOWLINE_BACKUP ?? ''),
    STOWLINE_BACKUP_KEEP: `${environment.STOWLINE_BACKUP_KEEP}`,
    STOWLINE_BACKUP_KEYS: JSON.stringify(keys),
    STOWLINE_DATA: dataFolder,
  })
  vault.start()
  return vault.stop
}
