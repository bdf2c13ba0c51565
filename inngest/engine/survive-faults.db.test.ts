import { afterEach, beforeEach, expect, test } from 'vitest'
import { pool } from '@/lib/platform/db'
import { wakeNightShift } from '@/lib/platform/wake-night-shift'
import { emptyDatabase } from '@/lib/testing/database'
import {
  endedRun,
  listRuns,
  openTestEngine,
  sayEvent,
  stopTestEngines,
  until,
} from './testing/open-test-engine'

beforeEach(emptyDatabase)
afterEach(stopTestEngines)

const on = (event: string) => ({ triggers: [{ event }] })
const HOUR_MS = 3_600_000

/** What a restart of the database does to every connection, the listening one among them. */
const cutConnections = () =>
  pool
    .query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    )
    .catch(() => {})

test('a NOTIFY wakes the engine long before its poll', async () => {
  await openTestEngine((client) => [client.createFunction({ id: 'woken', ...on('shop/placed') }, () => 1)], {
    pollMs: HOUR_MS,
    leaseMs: 10 * HOUR_MS,
  })
  for (const id of ['e1', 'e2']) {
    await sayEvent('shop/placed', id)
    wakeNightShift()
    await until(async () =>
      (await listRuns()).some((run) => run.idempotency_key === id && run.status === 'completed'),
    )
  }
})

test('lost connections cost no step and no result', async () => {
  const done: string[] = []
  await openTestEngine((client) => [
    client.createFunction({ id: 'cut', ...on('shop/placed') }, async ({ step }) => {
      await step.run('first', async () => {
        done.push('first')
        await cutConnections()
      })
      return step.run('second', async () => {
        await cutConnections()
        return done.push('second')
      })
    }),
  ])
  await sayEvent('shop/placed', 'e1')
  const run = await until(() => endedRun('shop-cut').catch(() => null))
  expect(run).toMatchObject({ status: 'completed', output: 2 })
  expect(done).toEqual(['first', 'second'])
})

test('a change that Postgres refuses fails its own run and nobody else', async () => {
  await openTestEngine((client) => [
    client.createFunction({ id: 'endless', ...on('shop/placed') }, ({ step }) =>
      step.sleepUntil('beyond every calendar', new Date(8.64e15)),
    ),
    client.createFunction({ id: 'fine', ...on('shop/placed') }, ({ step }) => step.run('a', () => 1)),
  ])
  for (let n = 0; n < 20; n++) await sayEvent('shop/placed', `e${n}`)
  await until(async () => (await listRuns()).filter((run) => run.status !== 'active').length === 40)
  expect(new Set((await listRuns('shop-fine')).map((run) => run.status))).toEqual(new Set(['completed']))
  expect(new Set((await listRuns('shop-endless')).map((run) => run.status))).toEqual(new Set(['failed']))
})
