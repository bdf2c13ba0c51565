import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { pool } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { listRuns, openTestEngine, sayEvent, stopTestEngines, until } from './testing/open-test-engine'

beforeEach(emptyDatabase)
afterEach(stopTestEngines)

let time = 0
const clock = { now: () => new Date(time), leaseMs: 1e9, pollMs: 2 }
const at = (text: string) => Date.parse(text)

const firings = async (id: string) => (await listRuns(id)).map((run) => run.idempotency_key)
const quiet = () =>
  until(
    async () =>
      (await pool.query('SELECT FROM engine_job WHERE due_at <= $1', [new Date(time)])).rowCount === 0,
  )

describe('a schedule', () => {
  test('fires each time once, with two engines at work', async () => {
    time = at('2026-11-21T09:59:30Z')
    const functions: Parameters<typeof openTestEngine>[0] = (client) => [
      client.createFunction({ id: 'sweep', triggers: [{ cron: '* * * * *' }] }, ({ event }) => event.data),
    ]
    await openTestEngine(functions, clock)
    await openTestEngine(functions, clock)
    for (let minute = 0; minute < 10; minute++) {
      time += 60_000
      await quiet()
    }
    const expected = Array.from({ length: 10 }, (_, minute) =>
      new Date(at('2026-11-21T10:00:00Z') + minute * 60_000).toISOString(),
    )
    expect(await firings('shop-sweep')).toEqual(expected)
  })

  test('fires the latest of the firings that were missed, and no other', async () => {
    time = at('2026-11-21T10:00:30Z')
    const functions: Parameters<typeof openTestEngine>[0] = (client) => [
      client.createFunction({ id: 'sweep', triggers: [{ cron: '*/5 * * * *' }] }, () => 1),
    ]
    const { engine } = await openTestEngine(functions, clock)
    await engine.stop()
    time = at('2026-11-21T14:03:00Z')
    await openTestEngine(functions, clock)
    await quiet()
    expect(await firings('shop-sweep')).toEqual(['2026-11-21T14:00:00.000Z'])
  })

  test('that a function no longer has fires no more', async () => {
    time = at('2026-11-21T10:00:30Z')
    const functions =
      (cron: string): Parameters<typeof openTestEngine>[0] =>
      (client) => [client.createFunction({ id: 'sweep', triggers: [{ cron }] }, () => 1)]
    const { engine } = await openTestEngine(functions('* * * * *'), clock)
    await engine.stop()
    await openTestEngine(functions('0 * * * *'), clock)
    time = at('2026-11-21T10:59:00Z')
    await quiet()
    expect(await firings('shop-sweep')).toEqual([])
  })
})

test('a day of schedules, sleeps and retries happens exactly once each, on the day when clocks go back', async () => {
  time = at('2026-10-24T12:00:00Z')
  const failures = new Map<string, number>()
  await openTestEngine(
    (client) => [
      client.createFunction({ id: 'quarterly', triggers: [{ cron: '*/15 * * * *' }] }, () => 1),
      client.createFunction(
        { id: 'in-berlin', triggers: [{ cron: 'TZ=Europe/Berlin 0 30 6 * * *' }] },
        () => 1,
      ),
      client.createFunction(
        { id: 'hourly-in-berlin', triggers: [{ cron: 'TZ=Europe/Berlin 0 * * * *' }] },
        () => 1,
      ),
      client.createFunction({ id: 'reminder', triggers: [{ event: 'shop/placed' }] }, async ({ step }) => {
        await step.sleep('wait', '7h')
        return new Date(time).toISOString()
      }),
      client.createFunction(
        { id: 'stubborn', retries: 3, triggers: [{ event: 'shop/placed' }] },
        ({ event }) => {
          const tries = (failures.get(event.data.n) ?? 0) + 1
          failures.set(event.data.n, tries)
          if (tries < 3) throw new Error('not yet')
          return tries
        },
      ),
    ],
    { ...clock, backoff: { delaysMs: [600_000, 1_800_000], jitterMs: 0 } },
  )
  for (let quarter = 0; quarter < 24 * 4; quarter++) {
    if (quarter % 8 === 0)
      await sayEvent('shop/placed', `e${quarter}`, { n: String(quarter) }, new Date(time))
    time += 900_000
    await until(
      async () => (await pool.query('SELECT FROM outbox_event WHERE relayed_at IS NULL')).rowCount === 0,
    )
    await quiet()
  }
  expect(await firings('shop-quarterly')).toHaveLength(96)
  // Half past six in Berlin was half past four in UTC until this night.
  expect(await firings('shop-in-berlin')).toEqual(['2026-10-25T05:30:00.000Z'])
  expect(await firings('shop-hourly-in-berlin')).toEqual(
    Array.from({ length: 24 }, (_, n) => new Date(at('2026-10-24T13:00:00Z') + n * 3_600_000).toISOString()),
  )
  expect([...failures.values()]).toEqual(Array.from({ length: 12 }, () => 3))
  const reminders = await listRuns('shop-reminder')
  expect(reminders).toHaveLength(12)
  expect(reminders.filter((run) => run.status === 'completed')).toHaveLength(9)
})
