import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readBases } from './backup-folder'
import { openPostgres } from './embedded-postgres'
import { keepBackups } from './keep-backups'
import { restoreBackup } from './restore-backup'

const silent = (): void => {}
let top: string
let closers: (() => Promise<unknown>)[]

beforeAll(() => {
  top = mkdtempSync(join(tmpdir(), 'stowline-vault-'))
  chmodSync(top, 0o755)
  closers = []
})
afterAll(async () => {
  for (const close of closers.reverse()) await close()
  rmSync(top, { recursive: true, force: true })
})

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client(url)
  client.on('error', silent)
  await client.connect()
  return client
}

/** A database as the house opens it, with its vault; both are gone at the end. */
async function openGuarded(name: string, folder: string) {
  const dataFolder = join(top, name)
  const postgres = await openPostgres({ dataFolder, log: silent, shipping: 'before-commits' })
  closers.push(postgres.stop)
  const keys = { password: join(dataFolder, 'postgres/password') }
  const said: string[] = []
  const vault = await keepBackups({ url: postgres.url, folder, keep: 2, keys }, (line) => said.push(line))
  closers.push(vault.close)
  const client = await connect(postgres.url)
  closers.push(() => client.end())
  await expect.poll(() => said.join('\n'), { timeout: 30_000 }).toContain('Backed up')
  return { client, dataFolder, postgres }
}

async function numbersIn(dataFolder: string): Promise<number[]> {
  const postgres = await openPostgres({ dataFolder, log: silent })
  const client = await connect(postgres.url)
  const { rows } = await client.query<{ n: number }>('SELECT n FROM kept ORDER BY n')
  await client.end()
  await postgres.stop()
  return rows.map(({ n }) => n)
}

test('brings back exactly what was committed before a moment, and all of it to the last commit', async () => {
  const folder = join(top, 'backups')
  const { client } = await openGuarded('house', folder)
  await client.query('CREATE TABLE kept (n int PRIMARY KEY, word text)')
  for (let n = 1; n <= 20; n++) {
    await client.query('INSERT INTO kept VALUES ($1)', [n])
    // The log goes on in another file.
    if (n % 5 === 0) await client.query('SELECT pg_switch_wal()')
  }
  const { rows } = await client.query<{ at: Date }>(
    "SELECT date_trunc('milliseconds', clock_timestamp()) + interval '1 ms' AS at, pg_sleep(0.005)",
  )
  await client.query('DELETE FROM kept WHERE n % 2 = 0')
  await client.query("INSERT INTO kept VALUES (1000, 'acknowledged last')")

  const moment = rows[0]?.at
  const before = join(top, 'before')
  await restoreBackup({ folder, dataFolder: before, to: moment, log: silent })
  expect(await numbersIn(before)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1))

  const latest = join(top, 'latest')
  await restoreBackup({ folder, dataFolder: latest, log: silent })
  expect(await numbersIn(latest)).toEqual([...Array.from({ length: 10 }, (_, n) => 2 * n + 1), 1000])

  // What was brought back is backed up anew, in the same folder, and can be brought back itself.
  const again = await openGuarded('latest', folder)
  await again.client.query("INSERT INTO kept VALUES (2000, 'after the disaster')")
  expect(readBases(folder).map(({ timeline }) => timeline)).toEqual([1, 2])
  await restoreBackup({ folder, dataFolder: join(top, 'twice'), log: silent })
  expect((await numbersIn(join(top, 'twice'))).at(-1)).toBe(2000)
}, 300_000)

test('refuses what it cannot keep: a folder in use, a moment too early or too late, a damaged file', async () => {
  const folder = join(top, 'backups')
  const into = (dataFolder: string, to?: Date) =>
    restoreBackup({ folder, dataFolder: join(top, dataFolder), to, log: silent })
  await expect(into('house')).rejects.toThrow('has a database already')
  await expect(into('early', new Date(0))).rejects.toThrow('the first base backup is of')
  await expect(into('late', new Date(Date.now() + 86_400_000))).rejects.toThrow('recovery ended before')
  const other = await openPostgres({ dataFolder: join(top, 'other'), log: silent, shipping: 'behind' })
  closers.push(other.stop)
  await expect(keepBackups({ url: other.url, folder, keep: 2, keys: {} }, silent)).rejects.toThrow(
    'has the backups of another database',
  )
  const newest = readdirSync(join(folder, 'base')).sort().at(-1) ?? ''
  const manifest = join(folder, 'base', newest, 'backup_manifest')
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('SHA256', 'SHA255'))
  await expect(into('damaged')).rejects.toThrow('damaged')
  expect(existsSync(join(top, 'damaged/postgres/data'))).toBe(false)
}, 300_000)
