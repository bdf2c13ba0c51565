import { createHash, type Hash } from 'node:crypto'
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { chown, copyFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { createGunzip, gunzip } from 'node:zlib'
import pg from 'pg'
import { type Base, partsOf, readBases } from './backup-folder'
import { type Making, type PostgresHome, preparePostgresHome } from './postgres-home'
import { endPostgres, startPostgres } from './postgres-process'
import { readPosition, readSegmentName, segmentStart } from './rules/wal-segment'
import { hashOf, MANIFEST, readManifest, TAR } from './take-base-backup'
import { unpackTar } from './unpack-tar'

const unpack = promisify(gunzip)

export type Restored = {
  base: Base
  /** When the last transaction that was brought back had committed; null when none came after the base backup. */
  lastCommitAt: Date | null
}

/**
 * Brings a database back from a backup folder into a data folder that has none: the newest base backup from before the
 * moment, and the log until it. Every file is checked against the server's manifest first.
 * @param to the moment, to a millisecond; everything committed until then is there, and nothing after. Absent: all there is
 * @throws Error with one line when there is no such backup, a file is damaged, or the log ends before the moment
 */
export async function restoreBackup(wanted: {
  folder: string
  dataFolder: string
  to?: Date | undefined
  log: (line: string) => void
}): Promise<Restored> {
  const { folder, to, log } = wanted
  const dataFolder = resolve(wanted.dataFolder)
  const base = chooseBase(readBases(folder), to)
  if (existsSync(join(dataFolder, 'postgres/data')))
    throw new Error(`${dataFolder} has a database already: name another folder, or move it away`)
  mkdirSync(dataFolder, { recursive: true, mode: 0o755 })
  log(`Bringing back the base backup of ${base.finishedAt}`)
  const home = await preparePostgresHome(dataFolder, true, log, (making) =>
    unpackBase(folder, base, to, making),
  )
  keepKey(folder, base, 'secret', join(dataFolder, 'secret'))
  log('Replaying the log')
  try {
    return { base, lastCommitAt: await recover(home) }
  } catch (error) {
    rmSync(home.cluster, { recursive: true, force: true })
    throw error
  }
}

function chooseBase(bases: Base[], to: Date | undefined): Base {
  const before = bases.filter(({ finishedAt }) => !to || Date.parse(finishedAt) <= to.getTime())
  const base = before.at(-1)
  if (base) return base
  const [first] = bases
  throw new Error(
    first
      ? `the first base backup is of ${first.finishedAt}`
      : 'there is no finished base backup in this folder',
  )
}

async function unpackBase(folder: string, base: Base, to: Date | undefined, making: Making): Promise<void> {
  const { account, cluster } = making
  const source = join(partsOf(folder).bases, base.name)
  const manifest = readFileSync(join(source, MANIFEST))
  if (hashOf(manifest) !== base.files[MANIFEST]) throw new Error('the manifest of the base backup is damaged')
  const half = join(making.folder, `half-${process.pid}`)
  const own = async (path: string): Promise<void> => {
    if (account) await chown(path, account.uid, account.gid)
  }
  rmSync(half, { recursive: true, force: true })
  mkdirSync(half, { mode: 0o700 })
  await own(half)
  const check = checkerOf(manifest.toString('utf8'))
  const tar = createReadStream(join(source, TAR)).pipe(createGunzip())
  await unpackTar(tar as AsyncIterable<Buffer>, half, account, check.take)
  check.end()
  for (const name of await layOutLog(folder, base, join(half, 'pg_wal'))) await own(name)
  // Whoever waited for a receiver there waits for nobody here.
  writeFileSync(join(half, 'postgresql.auto.conf'), recoverySettings(to))
  writeFileSync(join(half, 'recovery.signal'), '', { mode: 0o600 })
  await own(join(half, 'recovery.signal'))
  keepKey(folder, base, 'password', join(making.folder, 'password'))
  await own(join(making.folder, 'password'))
  renameSync(half, cluster)
}

/** The log lies where Postgres looks when the command brings nothing. */
function recoverySettings(to: Date | undefined): string {
  const moment = to
    ? `recovery_target_time = '${to.toISOString().replace('T', ' ').replace('Z', '+00')}'\n`
    : ''
  return `restore_command = 'exit 1'\nrecovery_target_timeline = 'latest'\nrecovery_target_action = 'promote'\n${moment}`
}

/** Compares each file with what the manifest says of it. */
function checkerOf(manifest: string) {
  const wanted = new Map(readManifest(manifest).Files.map((file) => [file.Path, file]))
  let hash: Hash = createHash('sha256')
  return {
    take(path: string, bytes: Buffer | 'end'): void {
      if (bytes !== 'end') return void hash.update(bytes)
      const found = hash.digest('hex')
      hash = createHash('sha256')
      const file = wanted.get(path)
      if (file && file.Checksum !== found) throw new Error(`the backup of ${path} is damaged`)
      wanted.delete(path)
    },
    end(): void {
      const [missing] = wanted.keys()
      if (missing !== undefined) throw new Error(`the backup lacks ${missing} and ${wanted.size - 1} more`)
    },
  }
}

/** Puts the log from the base backup on into `pg_wal`: whole files packed or not, the one under way, and histories. */
async function layOutLog(folder: string, base: Base, target: string): Promise<string[]> {
  const { wal } = partsOf(folder)
  const from = segmentStart(readPosition(base.startPosition))
  const made: string[] = []
  for (const file of readdirSync(wal).sort()) {
    const name = file.replace(/\.(gz|partial|history)$/, '')
    const segment = readSegmentName(name)
    const isHistory = file.endsWith('.history')
    if (!isHistory && (!segment || segment.start < from || segment.timeline < base.timeline)) continue
    const to = join(target, isHistory ? file : name)
    const source = join(wal, file)
    if (file.endsWith('.gz')) await writeFile(to, await unpack(readFileSync(source)), { mode: 0o600 })
    else if (!file.endsWith('.partial') || !made.includes(to)) await copyFile(source, to)
    made.push(to)
  }
  return made
}

function keepKey(folder: string, base: Base, key: string, target: string): void {
  const source = join(partsOf(folder).bases, base.name, key)
  if (!(key in base.files)) return
  const bytes = readFileSync(source)
  if (hashOf(bytes) !== base.files[key]) throw new Error(`the backup of ${key} is damaged`)
  writeFileSync(target, bytes, { mode: 0o600 })
}

/** Starts Postgres, which replays the log and then opens, and stops it again. */
async function recover(home: PostgresHome): Promise<Date | null> {
  const { port } = await startPostgres(home, true, undefined, 'behind')
  const client = new pg.Client(`postgresql://postgres:${home.password}@127.0.0.1:${port}/postgres`)
  try {
    await client.connect()
    const { rows } = await client.query<{ at: Date | null }>('SELECT pg_last_xact_replay_timestamp() AS at')
    await client.query('ALTER SYSTEM RESET ALL')
    return rows[0]?.at ?? null
  } finally {
    await client.end().catch(() => {})
    await endPostgres(home)
  }
}
