import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { type Base, partsOf } from './backup-folder'
import { openReplication, type Replication } from './open-replication'
import { writeDurably } from './open-segments'

export const TAR = 'base.tar.gz'
export const MANIFEST = 'backup_manifest'

/** What a house needs beside its database to be the same house, by the names it has in a backup. */
export type Keys = Record<string, string>

/**
 * Copies the whole database as it runs into a folder of its own: one packed tar, which holds the log that makes it whole,
 * and the server's manifest with the SHA-256 of every file. Nothing counts until `base.json` is there.
 * @param keys small files that go along, as paths by name
 * @throws Error when Postgres is away, has no room for a replica, or the disk is full; the half copy is removed
 */
export async function takeBaseBackup(url: string, folder: string, keys: Keys): Promise<Base> {
  const startedAt = new Date()
  const name = startedAt.toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '')
  const target = join(partsOf(folder).bases, name)
  mkdirSync(target, { mode: 0o700 })
  try {
    const where = await copyDatabase(url, target)
    for (const [key, path] of Object.entries(keys)) await writeDurably(join(target, key), readFileSync(path))
    const names = [MANIFEST, ...Object.keys(keys)]
    const files = Object.fromEntries(names.map((file) => [file, hashOf(readFileSync(join(target, file)))]))
    const times = { startedAt: startedAt.toISOString(), finishedAt: new Date().toISOString() }
    const bytes = statSync(join(target, TAR)).size
    const base: Base = { version: 1, name, ...where, ...times, bytes, files }
    await writeDurably(join(target, 'base.json'), JSON.stringify(base, null, 2))
    return base
  } catch (error) {
    rmSync(target, { recursive: true, force: true })
    throw error
  }
}

type Where = Pick<Base, 'systemId' | 'timeline' | 'startPosition' | 'endPosition'>

async function copyDatabase(url: string, target: string): Promise<Where> {
  const replication = await openReplication(url, 'stowline_base_backup')
  try {
    const [system] = await replication.ask('IDENTIFY_SYSTEM')
    await receive(replication, target)
    const manifest = readManifest(readFileSync(join(target, MANIFEST), 'utf8'))
    const [range] = manifest['WAL-Ranges']
    if (!range) throw new Error('the manifest names no part of the log')
    return {
      systemId: system?.systemid ?? '',
      timeline: range.Timeline,
      startPosition: range['Start-LSN'],
      endPosition: range['End-LSN'],
    }
  } finally {
    await replication.close()
  }
}

/** The stream of BASE_BACKUP: a letter, then what it announces. There is one tar, because there is one tablespace. */
async function receive(replication: Replication, target: string): Promise<void> {
  const file = createWriteStream(join(target, TAR), { mode: 0o600, flush: true })
  const tar = createGzip({ level: 1 })
  const packed = finished(tar.pipe(file))
  packed.catch(() => {})
  const manifest: Buffer[] = []
  let isManifest = false
  let draining: Promise<unknown> | undefined
  const untilDrained = (): Promise<unknown> =>
    Promise.race([once(tar, 'drain'), packed]).finally(() => (draining = undefined))
  await replication.stream(
    "BASE_BACKUP (LABEL 'stowline', CHECKPOINT 'fast', WAL true, MANIFEST 'yes', MANIFEST_CHECKSUMS 'SHA256')",
    (message) => {
      const letter = String.fromCharCode(message[0] ?? 0)
      if (letter === 'm') isManifest = true
      if (letter !== 'd') return undefined
      const bytes = message.subarray(1)
      if (isManifest) manifest.push(bytes)
      else if (!tar.write(bytes)) draining ??= untilDrained()
      return draining
    },
  )
  tar.end()
  await packed
  await writeDurably(join(target, MANIFEST), Buffer.concat(manifest))
}

type Manifest = {
  Files: { Path: string; Size: number; Checksum: string }[]
  'WAL-Ranges': { Timeline: number; 'Start-LSN': string; 'End-LSN': string }[]
}

/** The server's list of what it copied ("Backup Manifest Format", chapter 69 of its manual). */
export const readManifest = (text: string): Manifest => JSON.parse(text) as Manifest

export const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
