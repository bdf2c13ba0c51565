import { afterEach, beforeEach, expect, test } from 'vitest'
import { pool } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { renewLeases } from './hold-leases'
import { openTestEngine, sayEvent, stopTestEngines, until } from './testing/open-test-engine'

type Leased = { id: string; generation: number; leasedBy: string }

beforeEach(emptyDatabase)
afterEach(stopTestEngines)

/** Jobs that are being worked on until `open` is called, the oldest first. */
async function leaseJobs(many: number): Promise<{ jobs: Leased[]; open: () => void }> {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  await openTestEngine((client) => [
    client.createFunction({ id: 'slow', triggers: [{ event: 'shop/placed' }] }, async () => {
      await opened
    }),
  ])
  for (let one = 0; one < many; one++) await sayEvent('shop/placed', `e${one}`)
  let jobs: Leased[] = []
  await until(async () => {
    const { rows } = await pool.query<Leased>(
      `SELECT id, generation, leased_by AS "leasedBy" FROM engine_job WHERE leased_by IS NOT NULL ORDER BY id`,
    )
    jobs = rows
    return rows.length === many
  })
  return { jobs, open }
}

test('leases are taken by id however they are named, so that a commit of the same jobs is waited for and never waits', async () => {
  const { jobs, open } = await leaseJobs(2)
  const [first, second] = jobs
  if (!first || !second) throw new Error('two jobs are leased')
  const other = await pool.connect()
  try {
    await other.query('BEGIN')
    await other.query('SELECT 1 FROM engine_job WHERE id = $1 FOR UPDATE', [first.id])
    const renewed = renewLeases([second, first], new Date(Date.now() + 60_000), first.leasedBy)
    await until(async () => {
      const { rowCount } = await pool.query(
        `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%engine_job j SET lease_until = $3%'`,
      )
      return rowCount === 1
    })
    await other.query('SELECT 1 FROM engine_job WHERE id = $1 FOR UPDATE NOWAIT', [second.id])
    await other.query('COMMIT')
    expect(await renewed).toEqual(new Set([first.id, second.id]))
  } finally {
    other.release()
    open()
  }
})
