import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { serverOfWorker } from '@/lib/testing/server-of-worker'
import { applyMigrations } from './apply-migrations'

const CAT = 'CREATE TABLE cat (name text);'
const DOG =
  'CREATE TABLE dog (name text); CREATE FUNCTION bark() RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;'

let folder: string
let said: string[]
const url = new URL(serverOfWorker())
url.pathname = `/migrations_${process.env.VITEST_POOL_ID}`
const say = (line: string) => void said.push(line)
const migrate = () => applyMigrations(url.href, folder, say)

function write(name: string, sql: string): void {
  mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, name, 'migration.sql'), sql)
}

async function ask<Row extends pg.QueryResultRow>(sql: string, at = url.href): Promise<Row[]> {
  const client = new pg.Client(at)
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stowline-migrations-'))
  said = []
  write('20260101000000_cat', CAT)
  write('20260102000000_dog', DOG)
})
afterEach(async () => {
  rmSync(folder, { recursive: true })
  await ask(`DROP DATABASE IF EXISTS ${url.pathname.slice(1)}`, serverOfWorker())
})

test('makes a missing database and applies everything once, in order, with the checksums of Prisma', async () => {
  await migrate()
  await migrate()
  expect(said).toEqual(['Applied migration 20260101000000_cat', 'Applied migration 20260102000000_dog'])
  const rows = await ask(
    'SELECT migration_name, checksum, applied_steps_count FROM _prisma_migrations ORDER BY started_at',
  )
  expect(rows).toEqual([
    {
      migration_name: '20260101000000_cat',
      checksum: createHash('sha256').update(CAT).digest('hex'),
      applied_steps_count: 1,
    },
    {
      migration_name: '20260102000000_dog',
      checksum: createHash('sha256').update(DOG).digest('hex'),
      applied_steps_count: 1,
    },
  ])
})

test('applies everything once when several processes start at once', async () => {
  await migrate()
  write('20260103000000_bird', 'CREATE TABLE bird (name text)')
  await Promise.all([migrate(), migrate(), migrate()])
  expect(said.filter((line) => line.includes('bird'))).toHaveLength(1)
})

test('gives way to who uses the table it changes, and comes again', async () => {
  await migrate()
  write('20260103000000_old_cat', 'ALTER TABLE cat ADD COLUMN age int')
  const user = new pg.Client(url.href)
  await user.connect()
  await user.query('BEGIN; SELECT count(*) FROM cat')
  const migrating = migrate()
  await vi.waitFor(() => expect(said.at(-1)).toContain('20260103000000_old_cat waits'), 20_000)
  // Nobody stands behind it in the meantime, and nothing of it is left.
  await ask("INSERT INTO cat VALUES ('Tom')")
  expect(
    await ask("SELECT FROM _prisma_migrations WHERE migration_name LIKE '%old_cat' AND logs IS NOT NULL"),
  ).toEqual([])
  await user.query('COMMIT')
  await migrating
  await user.end()
  expect(await ask('SELECT age FROM cat')).toEqual([{ age: null }])
})

test('builds an index beside the traffic and other processes, as a migration of that one statement', async () => {
  await migrate()
  write('20260103000000_cats_by_name', 'CREATE INDEX CONCURRENTLY cat_name_idx ON cat (name)')
  // It waits for everybody's snapshot, also of those who wait for their turn.
  await Promise.all([migrate(), migrate(), migrate()])
  expect(await ask("SELECT indisvalid FROM pg_index WHERE indexrelid = 'cat_name_idx'::regclass")).toEqual([
    { indisvalid: true },
  ])
})

test('refuses a migration that was edited after it was applied', async () => {
  await migrate()
  write('20260101000000_cat', `${CAT} -- tidied`)
  await expect(migrate()).rejects.toThrow(/20260101000000_cat was edited after this database applied it/)
})

test('undoes a migration that fails, remembers why, and goes on once it is resolved', async () => {
  write('20260103000000_bird', 'CREATE TABLE bird (name text); SELECT 1/0;')
  await expect(migrate()).rejects.toThrow('Migration 20260103000000_bird failed: division by zero')
  await expect(migrate()).rejects.toThrow(/failed in this database before \(division by zero\)/)
  expect(await ask("SELECT to_regclass('bird') AS bird")).toEqual([{ bird: null }])

  await ask("UPDATE _prisma_migrations SET rolled_back_at = now() WHERE migration_name LIKE '%bird'")
  write('20260103000000_bird', 'CREATE TABLE bird (name text)')
  await migrate()
  expect(said.at(-1)).toBe('Applied migration 20260103000000_bird')
})

test('names the database that does not open, without its password', async () => {
  const wrong = new URL(url.href)
  wrong.password = 'secret'
  await expect(applyMigrations(wrong.href, folder, say)).rejects.toThrow(
    /^The database migrations_\d+ at 127\.0\.0\.1:\d+ does not open: password/,
  )
})
