import { join, resolve } from 'node:path'
import { readEnvironment } from '@/lib/platform/environment'
import { findOwnDatabase } from '@/lib/platform/find-own-database'
import { backUp } from '@/lib/platform/keep-backups'

/**
 * `npm run back-up`: one base backup now of the house that runs in STOWLINE_DATA, into STOWLINE_BACKUP, as it takes one
 * by itself every day. The house must have been started with STOWLINE_BACKUP, because only then it has a log to go on from.
 */
async function main(): Promise<void> {
  const environment = readEnvironment()
  if (environment.DATABASE_URL)
    throw new Error(
      'DATABASE_URL names a Postgres of your own: back it up by its own tools (deploy/backup.md)',
    )
  const { STOWLINE_BACKUP: folder, STOWLINE_BACKUP_KEEP: keep } = environment
  if (!folder) throw new Error('set STOWLINE_BACKUP to the folder that the house was started with')
  const dataFolder = resolve(environment.STOWLINE_DATA)
  const url = findOwnDatabase(dataFolder)
  if (!url) throw new Error(`no house runs in ${dataFolder}: start it first, with STOWLINE_BACKUP`)
  const keys = { password: join(dataFolder, 'postgres/password'), secret: join(dataFolder, 'secret') }
  const base = await backUp({ url, folder: resolve(folder), keep, keys })
  process.stdout.write(
    `${base.name}: ${base.bytes} bytes, packed, in ${(Date.parse(base.finishedAt) - Date.parse(base.startedAt)) / 1000} s\n`,
  )
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
