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
import { clock, type Options, pass, say, setClock, watchFunction } from './testing/watch-function'

beforeEach(async () => {
  await emptyDatabase()
  setClock('2026-11-21T10:00:00Z')
})
afterEach(stopTestEngines)

describe('a trigger', () => {
  test('by pattern is started by every event whose name begins so', async () => {
    const calls = await watchFunction({ triggers: [{ event: 'shop/*' }] })
    await sayEvent('shop/placed', 'a', { name: 'a' })
    await sayEvent('shop/order.paid', 'b', { name: 'b' })
    await sayEvent('shopping/placed', 'c', { name: 'c' })
    await pass(0)
    expect(calls).toEqual(['a at 0', 'b at 0'])
  })

  test('by an expression is started by the events for which it holds', async () => {
    const calls = await watchFunction({
      triggers: [{ event: 'shop/placed', if: 'event.data.total > 3 || event.data.vip' }],
    })
    await say('a', { total: 3 })
    await say('b', { total: 4 })
    await say('c', { total: 1, vip: true })
    await say('d')
    await pass(0)
    expect(calls.toSorted()).toEqual(['b at 0', 'c at 0'])
  })

  test('may match an event twice, and starts one run', async () => {
    const triggers = [{ event: 'shop/placed' }, { event: 'shop/*' }]
    const calls = await watchFunction({ triggers, concurrency: 5 } as Omit<Options, 'id'>)
    await say('a')
    await pass(0)
    expect(calls).toEqual(['a at 0'])
  })

  test('by the end of other functions', async () => {
    const heard: string[] = []
    await openTestEngine(
      (client) => [
        client.createFunction({ id: 'works', triggers: [{ event: 'shop/placed' }] }, () => 1),
        client.createFunction(
          { id: 'hears', triggers: [{ event: 'inngest/function.finished' }] },
          ({ event }) => heard.push(String(event.data.function_id)),
        ),
      ],
      clock,
    )
    await say('a')
    await endedRun('shop-hears')
    expect(heard).toEqual(['shop-works'])
  })
})

test('jitter delays the runs of a schedule by less than it says, and not all by the same', async () => {
  // The SDK's types of triggers do not know jitter yet, its registration does.
  const jitter = { jitter: '10m' }
  const jittered = (id: string): Options => ({ id, triggers: [{ cron: '0 * * * *', ...jitter }] })
  await openTestEngine(
    (client) => ['a', 'b', 'c'].map((id) => client.createFunction(jittered(id), () => 1)),
    { ...clock, concurrency: 1 },
  )
  setClock('2026-11-21T11:00:00Z')
  await until(async () => (await listRuns()).length === 3)
  const { rows } = await pool.query<{ delay: number }>(
    "SELECT extract(epoch FROM due_at - $1)::float8 AS delay FROM engine_job WHERE kind = 'discover'",
    [clock.now()],
  )
  const delays = rows.map(({ delay }) => delay)
  expect(new Set(delays).size).toBe(3)
  for (const delay of delays) {
    expect(delay).toBeGreaterThan(0)
    expect(delay).toBeLessThan(600)
  }
})
