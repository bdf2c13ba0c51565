import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openPostgres } from './embedded-postgres'

let dataFolder: string
let owners: ChildProcess[]
let opened: { stop: () => Promise<void> } | undefined

const open = async () => (opened = await openPostgres({ dataFolder, log: () => {}, durable: false }))
const lockFile = () => join(dataFolder, 'postgres/data/postmaster.pid')
const postmaster = () => Number(readFileSync(lockFile(), 'utf8').split('\n')[0])

/** Another process that opens the same folder, told apart from ours because it can be killed. */
async function openElsewhere(): Promise<{ url: string; kill: () => Promise<void>; pid: number | undefined }> {
  const module = new URL('./embedded-postgres.ts', import.meta.url).href
  const program = `import(${JSON.stringify(module)}).then(async ({ openPostgres }) => {
    const { url } = await openPostgres({ dataFolder: ${JSON.stringify(dataFolder)}, log() {}, durable: false })
    console.log(url); setInterval(() => {}, 1e6) })`
  const owner = spawn(process.execPath, ['--import', 'tsx', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  owners.push(owner)
  const url = await new Promise<string>((said) => createInterface({ input: owner.stdout }).once('line', said))
  const ended = new Promise<void>((done) => owner.once('exit', () => done()))
  return {
    url,
    pid: owner.pid,
    kill: () => {
      owner.kill('SIGKILL')
      return ended
    },
  }
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'stowline-postgres-'))
  chmodSync(dataFolder, 0o755)
  owners = []
  opened = undefined
})
afterEach(async () => {
  for (const owner of owners) owner.kill('SIGKILL')
  await opened?.stop()
  rmSync(dataFolder, { recursive: true, force: true })
})

test('keeps its password to its owner and listens to this machine only', async () => {
  const { url } = await open()
  expect(statSync(join(dataFolder, 'postgres/password')).mode & 0o777).toBe(0o600)
  expect(await ask(url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
  const stranger = new URL(url)
  stranger.password = 'guess'
  await expect(ask(stranger.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/)
})

test('is stopped by its guardian when its owner is killed, and the next start finds the data', async () => {
  const elsewhere = await openElsewhere()
  await ask(elsewhere.url, 'CREATE TABLE kept AS SELECT 1 AS value')
  await elsewhere.kill()
  await vi.waitUntil(() => !existsSync(lockFile()), { timeout: 10_000 })
  const { url } = await open()
  expect(await ask(url, 'SELECT value FROM kept')).toEqual([{ value: 1 }])
})

test('is adopted when owner and guardian were killed', async () => {
  const elsewhere = await openElsewhere()
  const before = postmaster()
  process.kill(Number(readFileSync(join(dataFolder, `postgres/owner-${elsewhere.pid}`), 'utf8')), 'SIGKILL')
  await elsewhere.kill()
  const { url } = await open()
  expect(postmaster()).toBe(before)
  expect(url).toBe(elsewhere.url)
})

test('opens whether the guardian or the next owner comes first', async () => {
  for (let round = 0; round < 3; round++) {
    const elsewhere = await openElsewhere()
    await elsewhere.kill()
    const next = await openPostgres({ dataFolder, log: () => {} })
    expect(await ask(next.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await next.stop()
    expect(readdirSync(join(dataFolder, 'postgres')).filter((name) => name.startsWith('owner-'))).toEqual([])
  }
})

test('refuses a folder that another living process uses', async () => {
  const elsewhere = await openElsewhere()
  await expect(open()).rejects.toThrow(`another Stowline (process ${elsewhere.pid}) uses`)
})

test('comes back on the same port when Postgres itself is killed', async () => {
  const { url } = await open()
  process.kill(postmaster(), 'SIGKILL')
  await vi.waitFor(() => ask(url, 'SELECT 1'), { timeout: 20_000, interval: 100 })
})
