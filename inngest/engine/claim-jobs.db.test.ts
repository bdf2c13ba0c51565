import { beforeEach, describe, expect, test } from 'vitest'
import { pool } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { queueRules } from './claim-jobs'
import type { Flow } from './flow-options'

beforeEach(emptyDatabase)

const WAITING = 5_000
const full: Flow = { limits: [{ limit: 16, key: ['fn:shop-mail:0:'] }] }

/** Calls that wait, all due, the oldest first. */
async function queue(functionId: string, calls: number) {
  await pool.query(
    `WITH run AS (
       INSERT INTO engine_run (function_id, idempotency_key, event, created_at)
       SELECT $1, n, '{"data": {}}', now() - interval '1 hour' + n * interval '1 ms' FROM generate_series(1, $2::int) n
       RETURNING id, created_at
     ) INSERT INTO engine_job (kind, function_id, run_id, due_at)
     SELECT 'discover', $1, id, created_at FROM run ORDER BY created_at`,
    [functionId, calls],
  )
}

const READ = `
SELECT (seq_tup_read + idx_tup_fetch)::int AS read FROM pg_stat_xact_user_tables WHERE relname = 'engine_job'`

/** What a statement returns, and how many rows of the queue it read. */
async function watched<Row>(sql: string, values: unknown[]): Promise<{ rows: Row[]; read: number }> {
  const client = await pool.connect()
  const readSoFar = async () => (await client.query<{ read: number }>(READ)).rows[0]?.read ?? 0
  try {
    await client.query('BEGIN')
    const before = await readSoFar()
    const { rows } = await client.query(sql, values)
    const read = (await readSoFar()) - before
    await client.query('COMMIT')
    return { rows, read }
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

const functionIds = ['shop-mail', 'shop-other']

function claim(limit: number, flow: Flow) {
  return watched<{ functionId: string }>(
    `SELECT "functionId" FROM engine_claim_jobs(now(), now() + interval '1 minute', $1, $2, 'one', $3)`,
    [limit, functionIds, queueRules({ flows: new Map([['shop-mail', flow]]) })],
  )
}

describe('with 5,000 calls waiting', () => {
  test.each([
    ['a full limit', full],
    ['a full limit and a priority of all runs', { ...full, priority: { cases: [], otherwise: 60 } }],
    ['a full limit and a priority by event', { ...full, priority: { cases: [], otherwise: ['data', 'n'] } }],
    ['a full limit of gathered events', { ...full, debounce: { periodMs: 1_000, key: [] } }],
  ])('behind %s, a claim reads no more of the queue than there are places', async (_, flow: Flow) => {
    await queue('shop-mail', WAITING)
    expect((await claim(64, flow)).rows).toHaveLength(16)
    await queue('shop-other', 3)
    const { rows, read } = await claim(48, flow)
    expect(rows.map(({ functionId }) => functionId)).toEqual(['shop-other', 'shop-other', 'shop-other'])
    expect(read).toBeLessThan(200)
  })

  test('a claim that finds places free again reads little more than it takes', async () => {
    await queue('shop-mail', WAITING)
    await claim(64, full)
    await pool.query('DELETE FROM engine_job WHERE id IN (SELECT job_id FROM engine_place LIMIT 5)')
    const { rows, read } = await claim(48, full)
    expect(rows).toHaveLength(5)
    expect(read).toBeLessThan(200)
  })

  test('a claim without rules reads no more of the queue than it takes of each function', async () => {
    await queue('shop-mail', WAITING)
    await queue('shop-other', WAITING)
    const { rows, read } = await claim(32, {})
    expect(rows).toHaveLength(32)
    expect(read).toBeLessThan(400)
  })

  test('what comes due next is found without them', async () => {
    await queue('shop-mail', WAITING)
    await pool.query("UPDATE engine_job SET lease_until = now() + interval '1 hour' WHERE id <= 16")
    await pool.query(
      "INSERT INTO engine_job (kind, function_id, due_at) VALUES ('cron', 'shop-other', '2099-01-01')",
    )
    const { rows, read } = await watched<{ at: Date }>('SELECT engine_next_due(now(), $1) AS at', [
      functionIds,
    ])
    expect(rows[0]?.at.getFullYear()).toBe(2099)
    expect(read).toBeLessThan(10)
  })
})

describe('a place', () => {
  const two: Flow = { limits: [{ limit: 2, key: ['fn:shop-mail:0:'] }] }
  const takes = async () => (await claim(9, two)).rows.length

  test('is free when its call has ended, was given back or has lost its lease', async () => {
    await queue('shop-mail', 9)
    expect(await takes()).toBe(2)
    expect(await takes()).toBe(0)
    await pool.query('DELETE FROM engine_job WHERE id = 1')
    expect(await takes()).toBe(1)
    await pool.query('UPDATE engine_job SET lease_until = NULL, generation = generation + 1 WHERE id = 2')
    expect(await takes()).toBe(1)
    await pool.query("UPDATE engine_job SET lease_until = now() - interval '1 second' WHERE id = 3")
    expect(await takes()).toBe(1)
    expect((await pool.query('SELECT FROM engine_place')).rowCount).toBe(2)
  })

  test('counts again when a paused process renews a lease that had ended', async () => {
    await queue('shop-mail', 3)
    await takes()
    await pool.query('DELETE FROM engine_job WHERE id = 2')
    await pool.query(
      "UPDATE engine_job SET lease_until = now() - interval '1 second', due_at = now() + interval '1 second' WHERE id = 1",
    )
    expect(await takes()).toBe(1)
    await pool.query("UPDATE engine_job SET lease_until = now() + interval '1 minute' WHERE id = 1")
    await queue('shop-other', 1)
    await pool.query("UPDATE engine_job SET function_id = 'shop-mail' WHERE function_id = 'shop-other'")
    expect(await takes()).toBe(0)
  })
})
