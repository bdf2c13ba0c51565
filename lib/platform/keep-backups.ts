import { join } from 'node:path'
import pg from 'pg'
import { type Base, forgetOldBackups, goesOn, makeBackupFolder, partsOf, readBases } from './backup-folder'
import { type Received, receiveWal } from './receive-wal'
import { type Keys, takeBaseBackup } from './take-base-backup'

const LOOK_MS = 60_000
const DAY_MS = 86_400_000
const NO_SUCH_TABLE = '42P01'

export type Vault = {
  url: string
  folder: string
  /** How many base backups are kept. */
  keep: number
  keys: Keys
}

/**
 * Keeps a backup folder for as long as the process lives: receives the log without end, and takes a base backup a day,
 * or at once where there is none that the log goes on from.
 * @param say told of what was done, once it is
 * @returns when the log is being received; `ended` rejects when it is not any more
 * @throws Error with one line when the folder has the backups of another database
 */
export async function keepBackups(
  vault: Vault,
  say: (line: string) => void,
): Promise<{ ended: Promise<never>; close: () => Promise<void> }> {
  makeBackupFolder(vault.folder)
  const received = await receiveWal(vault.url, vault.folder)
  let backing: Promise<void> | undefined
  const look = (): void => {
    if (!isDue(vault.folder, received, new Date())) return
    backing ??= backUp(vault)
      .then((base) => say(`Backed up ${base.bytes} bytes as ${base.name}`))
      .catch((error: unknown) => say(`The base backup failed: ${error}`))
      .finally(() => (backing = undefined))
  }
  const timer = setInterval(look, LOOK_MS)
  look()
  return {
    ended: received.ended,
    async close() {
      clearInterval(timer)
      await received.close()
    },
  }
}

/** Takes a base backup now, forgets the oldest beyond those kept, and writes in the database how it went. */
export async function backUp({ url, folder, keep, keys }: Vault): Promise<Base> {
  const startedAt = new Date()
  try {
    const base = await takeBaseBackup(url, folder, keys)
    forgetOldBackups(folder, keep)
    await record(url, { startedAt, bytes: base.bytes, location: join(partsOf(folder).bases, base.name) })
    return base
  } catch (error) {
    await record(url, { startedAt, location: folder, error: String(error) })
    throw error
  }
}

function isDue(folder: string, received: Received, now: Date): boolean {
  const base = readBases(folder).at(-1)
  if (!base || base.timeline !== received.timeline) return true
  if (now.getTime() - Date.parse(base.finishedAt) >= DAY_MS) return true
  return !goesOn(folder, base, received.position())
}

type Done = { startedAt: Date; location: string; bytes?: number; error?: string }

// Before the first migration there is nowhere to write it; the folder says it as well.
async function record(url: string, done: Done): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query(
      `INSERT INTO backup_record (kind, started_at, finished_at, bytes, location, error)
       VALUES ('base', $1, $2, $3, $4, $5)`,
      [done.startedAt, new Date(), done.bytes ?? null, done.location, done.error ?? null],
    )
  } catch (error) {
    if ((error as { code?: string }).code !== NO_SUCH_TABLE) throw error
  } finally {
    await client.end()
  }
}
