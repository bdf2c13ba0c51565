import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { db, pool } from '@/lib/platform/db'
import { secondsSinceWatched } from '@/lib/queue-health/queries'
import { emptyDatabase } from '@/lib/testing/database'
import { openSite, oweStep } from '@/lib/testing/owe-steps'
import { openWatch } from './open-watch'

const open: (() => Promise<unknown>)[] = []
beforeEach(async () => {
  await emptyDatabase()
  await openSite('TEST-1')
})
afterEach(() => Promise.all(open.splice(0).map((close) => close())))

function watch(heartbeatUrl?: string): () => Promise<unknown> {
  const closers: (() => Promise<unknown>)[] = []
  openWatch({
    houseUrl: 'https://stowline.example',
    heartbeatUrl,
    isBackedUp: false,
    spool: () => null,
    closers,
  })
  const close = () => Promise.all(closers.map((one) => one()))
  open.push(close)
  return close
}

/** The database's connections that hold the watcher's lock. */
async function holders(): Promise<number[]> {
  const { rows } = await pool.query<{ pid: number }>(
    `SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
  )
  return rows.map(({ pid }) => pid)
}
const patience = { timeout: 20_000, interval: 20 }
const holderOtherThan = (...pids: number[]) =>
  vi.waitFor(async () => {
    const [pid, ...others] = await holders()
    expect(others).toEqual([])
    if (pid === undefined || pids.includes(pid)) throw new Error('nobody else watches')
    return pid
  }, patience)
const watched = () => vi.waitFor(async () => expect(await secondsSinceWatched()).not.toBe(null), patience)

it('watches in one of two processes, and in the other when the first one closes', async () => {
  const close = watch()
  const first = await holderOtherThan()
  watch()
  await watched()
  expect(await holders()).toEqual([first])
  await close()
  const second = await holderOtherThan(first)
  await db.heartbeat.deleteMany()
  await watched()
  expect(await holders()).toEqual([second])
})

it('watches on when its connection is cut', async () => {
  watch()
  const first = await holderOtherThan()
  await pool.query('SELECT pg_terminate_backend($1)', [first])
  await holderOtherThan(first)
  await db.heartbeat.deleteMany()
  await watched()
})

it('leaves no lock behind when it closes, closed once or twice', async () => {
  const close = watch()
  await holderOtherThan()
  await Promise.all([close(), close()])
  await vi.waitFor(async () => expect(await holders()).toEqual([]), patience)
})

it('raises the alarm over what stands still, and calls an outside monitor as long as it works', async () => {
  let pings = 0
  const monitor = createServer((_, answer) => {
    pings++
    answer.end()
  })
  await new Promise<void>((resolve) => monitor.listen(0, '127.0.0.1', resolve))
  open.push(() => new Promise<void>((resolve) => monitor.close(() => resolve())))
  const failure = { state: 'retrying', attempts: 1, failedAt: new Date(), lastError: '421 later' } as const
  await db.heartbeat.create({ data: { name: 'engine:one', startedAt: new Date(), beatAt: new Date() } })
  await oweStep('1', { ...failure, dueAt: new Date(Date.now() - 1_000) })
  await oweStep('2', { ...failure, dueAt: new Date(Date.now() - 1_000) })
  watch(`http://127.0.0.1:${(monitor.address() as AddressInfo).port}/beat`)
  await vi.waitFor(
    async () => expect(await db.alert.count({ where: { queue: 'confirmation-email' } })).toBe(1),
    patience,
  )
  await vi.waitFor(() => expect(pings).toBe(1), patience)
  expect(await db.queueSample.count()).toBeGreaterThan(0)
})
