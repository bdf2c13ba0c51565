import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'

/** The advisory lock that Prisma's own engine takes, so that both may be run at once. */
const PRISMA_LOCK = 72_707_369
const TURN_AGAIN_MS = 200

/**
 * Who waits for a lock on a table makes everybody behind it wait, too: behind a long transaction a migration would stop the
 * house. So it gives way soon and comes again, for as long as this.
 */
const LOCK_WAIT = '2s'
const PATIENCE_MS = 600_000
const LOCK_NOT_AVAILABLE = '55P03'

// Prisma's own table, column for column.
const BOOK = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`

type Applied = { migration_name: string; checksum: string; finished_at: Date | null; logs: string | null }

/**
 * Brings a database to the newest migration, as `prisma migrate deploy` would: same rows, same checksums, same lock.
 * Safe to call from several processes at once; makes the database when the server has none of that name.
 * @throws Error with one line when a migration fails, has failed before, or was edited after it was applied
 */
export async function applyMigrations(
  databaseUrl: string,
  folder: string,
  log: (line: string) => void,
): Promise<void> {
  const client = await connect(databaseUrl)
  try {
    await takeTurn(client)
    await client.query(BOOK)
    const { rows } = await client.query<Applied>(
      'SELECT * FROM _prisma_migrations WHERE rolled_back_at IS NULL',
    )
    const applied = new Map(rows.map((row) => [row.migration_name, row]))
    for (const row of rows) if (!row.finished_at) throw failedBefore(row)
    for (const name of migrationsIn(folder)) {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8')
      const checksum = createHash('sha256').update(sql).digest('hex')
      const known = applied.get(name)
      if (known && known.checksum !== checksum) throw editedAfterwards(name)
      if (known) continue
      await applyWhenFree(client, { name, sql, checksum }, log)
      log(`Applied migration ${name}`)
    }
  } finally {
    await client.end()
  }
}

// Asked for again and again: a statement that waits for the lock has a snapshot, and whoever has the lock and builds an
// index beside the traffic waits until all of those are gone.
async function takeTurn(client: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS taken', [PRISMA_LOCK])
    if (rows[0].taken) return
    await setTimeout(TURN_AGAIN_MS)
  }
}

/** The migrations of a folder, oldest first. */
export function migrationsIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'migration.sql')))
    .sort()
}

type Migration = { name: string; sql: string; checksum: string }

async function applyWhenFree(
  client: pg.Client,
  migration: Migration,
  log: (line: string) => void,
): Promise<void> {
  const until = performance.now() + PATIENCE_MS
  // An index that is built beside the traffic waits for transactions and keeps nobody from writing; given up half-way it
  // would be there, and invalid.
  const isBeside = /\bCONCURRENTLY\b/i.test(migration.sql)
  await client.query(`SET lock_timeout = ${isBeside ? 0 : `'${LOCK_WAIT}'`}`)
  for (let pauseMs = 500; ; pauseMs = Math.min(pauseMs * 2, 10_000)) {
    const applying = await apply(client, migration)
    if (applying === 'applied') return
    if (performance.now() > until)
      throw new Error(`Migration ${migration.name} failed: a table it changes was in use for ten minutes`)
    log(`Migration ${migration.name} waits for a table in use`)
    await setTimeout(pauseMs)
  }
}

/** @returns `in-use` when a table was locked: nothing has happened, and it may be tried again */
async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<'applied' | 'in-use'> {
  const id = randomUUID()
  // Written before the work, as Prisma does: a process that dies half-way leaves a row that says so.
  await client.query('INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)', [
    id,
    checksum,
    name,
  ])
  try {
    // One simple query is one transaction, unless the migration ends it itself.
    await client.query(sql)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    await client.query('ROLLBACK')
    if ((error as { code?: string }).code === LOCK_NOT_AVAILABLE) {
      await client.query('DELETE FROM _prisma_migrations WHERE id = $1', [id])
      return 'in-use'
    }
    await client.query('UPDATE _prisma_migrations SET logs = $2 WHERE id = $1', [id, reason])
    throw new Error(`Migration ${name} failed: ${reason}`, { cause: error })
  }
  await client.query(
    'UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = $1',
    [id],
  )
  return 'applied'
}

async function connect(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client(databaseUrl)
  try {
    await client.connect()
    return client
  } catch (error) {
    if ((error as { code?: string }).code !== '3D000') throw unreachable(databaseUrl, error)
  }
  const maintenance = new URL(databaseUrl)
  const name = decodeURIComponent(maintenance.pathname.slice(1))
  maintenance.pathname = '/postgres'
  const creator = new pg.Client(maintenance.href)
  await creator.connect()
  try {
    await creator.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`)
  } catch (error) {
    // Another process made it in between.
    if ((error as { code?: string }).code !== '42P04') throw error
  } finally {
    await creator.end()
  }
  const second = new pg.Client(databaseUrl)
  await second.connect()
  return second
}

function unreachable(databaseUrl: string, cause: unknown): Error {
  const { host, pathname } = new URL(databaseUrl)
  // Node gathers the refusals of several addresses in one error without a message.
  const { message, code } = cause as { message?: string; code?: string }
  return new Error(`The database ${pathname.slice(1)} at ${host} does not open: ${message || code}`, {
    cause,
  })
}

function failedBefore({ migration_name, logs }: Applied): Error {
  const reason = logs?.split('\n')[0] ?? 'the process died while it ran'
  const cure = `npx prisma migrate resolve --rolled-back ${migration_name}`
  return new Error(
    `Migration ${migration_name} failed in this database before (${reason}); repair it, then run: ${cure}`,
  )
}

function editedAfterwards(name: string): Error {
  return new Error(
    `Migration ${name} was edited after this database applied it; restore it and write a new one for the change`,
  )
}
