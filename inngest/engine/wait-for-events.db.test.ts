import type { PoolClient } from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { pool } from '@/lib/platform/db'
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

let time = 0
beforeEach(() => {
  time = Date.parse('2026-11-21T10:00:00Z')
})
const clock = { now: () => new Date(time), leaseMs: 100 * HOUR_MS }

const waits = (count: number) =>
  until(async () => (await pool.query("SELECT FROM engine_job WHERE kind = 'wait'")).rowCount === count)
const taken = () =>
  until(async () => (await pool.query('SELECT FROM outbox_event WHERE relayed_at IS NULL')).rowCount === 0)

type Wait = { event: string; timeout: string; match?: string; if?: string }

function waiter(wait: Wait): Parameters<typeof openTestEngine>[0] {
  return (client) => [
    client.createFunction({ id: 'waiter', ...on('shop/placed') }, ({ step }) =>
      step.waitForEvent('paid', wait as { event: string; timeout: string }),
    ),
  ]
}

describe('a run that waits for an event', () => {
  test('goes on with the event that matches, and with no other', async () => {
    await openTestEngine(waiter({ event: 'shop/paid', timeout: '1h', match: 'data.order' }))
    await sayEvent('shop/placed', 'e1', { order: 'A' })
    await sayEvent('shop/placed', 'e2', { order: 'B' })
    await waits(2)
    await sayEvent('shop/paid', 'p0', { order: 'C' })
    await sayEvent('shop/shipped', 'p1', { order: 'B' })
    await sayEvent('shop/paid', 'p2', { order: 'B', amount: 7 })
    const run = await endedRun('shop-waiter')
    expect(run).toMatchObject({ idempotency_key: 'e2', status: 'completed' })
    expect(run.output).toMatchObject({ id: 'p2', name: 'shop/paid', data: { order: 'B', amount: 7 } })
    await taken()
    expect((await listRuns()).map(({ status }) => status)).toEqual(['active', 'completed'])
  })

  test('holds no place, and one event wakes all that wait for it', async () => {
    await openTestEngine(waiter({ event: 'shop/opened', timeout: '1h' }), { concurrency: 1 })
    for (let n = 0; n < 3; n++) await sayEvent('shop/placed', `e${n}`)
    await waits(3)
    await sayEvent('shop/opened', 'o1')
    await until(async () => (await listRuns()).every(({ status }) => status === 'completed'))
    expect((await pool.query('SELECT FROM engine_wait')).rowCount).toBe(0)
  })

  test.each([
    [
      "async.data.order == 'A' && async.data.amount > 5",
      { order: 'A', amount: 6 },
      { order: 'A', amount: 5 },
    ],
    ['event.data.order == async.data.order', { order: 'A' }, { order: 'a' }],
    ['async.data.amount >= event.data.total', { amount: 10 }, { amount: 9.5 }],
    ['async.data.total == event.data.total', { total: 10 }, { total: 10.01 }],
  ])('looks at its condition: %s', async (condition, matching, other) => {
    await openTestEngine(waiter({ event: 'shop/paid', timeout: '1h', if: condition }))
    await sayEvent('shop/placed', 'e1', { order: 'A', total: 10.0 })
    await waits(1)
    await sayEvent('shop/paid', 'p1', other)
    await taken()
    await sayEvent('shop/paid', 'p2', matching)
    expect((await endedRun('shop-waiter')).output).toMatchObject({ id: 'p2' })
  })

  test('goes on without one when its patience ends', async () => {
    await openTestEngine(waiter({ event: 'shop/paid', timeout: '1h' }), clock)
    await sayEvent('shop/placed', 'e1', {}, new Date(time))
    await waits(1)
    time += HOUR_MS - 1
    await sayEvent('shop/other', 'e2', {}, new Date(time))
    await taken()
    expect(await listRuns()).toMatchObject([{ status: 'active' }])
    time += 1
    expect(await endedRun('shop-waiter')).toMatchObject({ status: 'completed', output: null })
  })

  test('is settled once when event and timeout come together', async () => {
    const functions: Parameters<typeof openTestEngine>[0] = (client) => [
      client.createFunction({ id: 'waiter', ...on('shop/placed') }, async ({ step }) => {
        const paid = await step.waitForEvent('paid', { event: 'shop/paid', timeout: '1h', match: 'data.n' })
        return step.run('then', () => (paid === null ? 'timeout' : 'event'))
      }),
    ]
    await openTestEngine(functions, clock)
    await openTestEngine(functions, clock)
    for (let n = 0; n < 100; n++) await sayEvent('shop/placed', `e${n}`, { n }, new Date(time))
    await waits(100)
    const events = Array.from({ length: 100 }, (_, n) =>
      sayEvent('shop/paid', `p${n}`, { n }, new Date(time)),
    )
    time += HOUR_MS
    await Promise.all(events)
    await until(async () => (await listRuns()).every(({ status }) => status === 'completed'))
    const { rows } = await pool.query(
      `SELECT count(*)::int FROM engine_run r JOIN engine_step s ON s.run_id = r.id AND s.name = 'paid'
       WHERE (s.value IS NOT NULL) = (r.output #>> '{}' = 'event')`,
    )
    expect(rows).toEqual([{ count: 100 }])
    expect((await pool.query('SELECT FROM engine_job')).rowCount).toBe(0)
  })

  test('fails by name when its condition says more than can be evaluated', async () => {
    await openTestEngine(waiter({ event: 'shop/paid', timeout: '1h', if: 'size(async.data.lines) > 3' }))
    await sayEvent('shop/placed', 'e1')
    expect((await endedRun('shop-waiter')).error).toMatchObject({ name: 'UnsupportedStepError' })
  })
})

async function rowsRead(client: PoolClient): Promise<Map<string, number>> {
  const { rows } = await client.query<{ relname: string; read: number }>(
    `SELECT relname, (seq_tup_read + idx_tup_fetch)::int AS read FROM pg_stat_xact_user_tables
     WHERE relname IN ('engine_wait', 'engine_job', 'engine_step', 'engine_run')`,
  )
  return new Map(rows.map(({ relname, read }) => [relname, read]))
}

test('an event looks at the waits for its own key only, among thousands', async () => {
  await pool.query(`WITH run AS (
      INSERT INTO engine_run (function_id, idempotency_key, event, pending_steps, created_at)
      SELECT 'f', n, jsonb_build_object('id', n::text, 'data', jsonb_build_object('n', n)), 1, now()
      FROM generate_series(1, 5000) n RETURNING id, event
    ), step AS (
      INSERT INTO engine_step (run_id, step_id, name, op, pending) SELECT id, 's', 's', 'WaitForEvent', true FROM run
    ), job AS (
      INSERT INTO engine_job (kind, function_id, run_id, step_id, due_at) SELECT 'wait', 'f', id, 's', now() FROM run
    )
    INSERT INTO engine_wait (run_id, step_id, event, key_path, key, condition)
    SELECT id, 's', 'paid', '$."data"."n"', event #>> '{data,n}', '$.data.n == $event.data.n' FROM run`)
  for (let n = 1; n <= 20; n++) await sayEvent('paid', `p${n}`, { n: n * 100 })
  const client = await pool.connect()
  await client.query('BEGIN')
  // What the connection read before and has not reported yet is counted as this transaction's.
  const before = await rowsRead(client)
  await client.query('SELECT engine_wake_waits(array_agg(id), now()) FROM outbox_event')
  const after = await rowsRead(client)
  await client.query('COMMIT')
  client.release()
  expect((await pool.query("SELECT FROM engine_job WHERE kind = 'discover'")).rowCount).toBe(20)
  for (const [table, read] of after)
    expect({ table, few: read - (before.get(table) ?? 0) < 500 }).toEqual({ table, few: true })
})
