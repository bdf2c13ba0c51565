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

const jobs = (kind: string, count: number) =>
  until(
    async () => (await pool.query('SELECT FROM engine_job WHERE kind::text = $1', [kind])).rowCount === count,
  )
const taken = () =>
  until(async () => (await pool.query('SELECT FROM outbox_event WHERE relayed_at IS NULL')).rowCount === 0)
const statuses = async (id?: string) => (await listRuns(id)).map(({ status }) => status)

type Cancel = { event: string; match?: string; if?: string; timeout?: string }

function sleeper(cancel: Cancel): Parameters<typeof openTestEngine>[0] {
  return (client) => [
    client.createFunction(
      { id: 'sleeper', cancelOn: [cancel as { event: string }], ...on('shop/placed') },
      async ({ step }) => {
        await step.sleep('long', '9d')
        return 'slept'
      },
    ),
  ]
}

describe('cancelOn', () => {
  test('ends the runs that match, and no others', async () => {
    await openTestEngine(sleeper({ event: 'shop/cancelled', match: 'data.order' }))
    for (const order of ['A', 'B']) await sayEvent('shop/placed', order, { order })
    await jobs('sleep', 2)
    await sayEvent('shop/cancelled', 'c1', { order: 'C' })
    await sayEvent('shop/cancelled', 'c2', { order: 'B' })
    const run = await endedRun('shop-sleeper')
    expect(run).toMatchObject({
      idempotency_key: 'B',
      status: 'cancelled',
      error: { name: 'RunCancelledError' },
    })
    await taken()
    await jobs('sleep', 1)
    expect(await statuses()).toEqual(['active', 'cancelled'])
  })

  test('looks at its condition', async () => {
    await openTestEngine(
      sleeper({
        event: 'shop/cancelled',
        if: 'async.data.order == event.data.order && async.data.sure == true',
      }),
    )
    await sayEvent('shop/placed', 'e1', { order: 'A' })
    await jobs('sleep', 1)
    await sayEvent('shop/cancelled', 'c1', { order: 'A' })
    await taken()
    expect(await statuses()).toEqual(['active'])
    await sayEvent('shop/cancelled', 'c2', { order: 'A', sure: true })
    expect((await endedRun('shop-sleeper')).error?.message).toContain('c2')
  })

  test('counts for as long as it says', async () => {
    await openTestEngine(sleeper({ event: 'shop/cancelled', timeout: '1h' }), clock)
    await sayEvent('shop/placed', 'e1', {}, new Date(time))
    await jobs('sleep', 1)
    time += HOUR_MS + 1
    await sayEvent('shop/cancelled', 'c1', {}, new Date(time))
    await taken()
    expect(await statuses()).toEqual(['active'])
  })

  test('does not meet the run that the same event starts, only those before', async () => {
    await openTestEngine(sleeper({ event: 'shop/placed', match: 'data.order' }))
    await sayEvent('shop/placed', 'e1', { order: 'A' })
    await sayEvent('shop/placed', 'e2', { order: 'A' })
    await until(async () => (await statuses()).includes('cancelled'))
    await taken()
    expect((await listRuns()).map((run) => [run.idempotency_key, run.status]).toSorted()).toEqual([
      ['e1', 'cancelled'],
      ['e2', 'active'],
    ])
  })

  test('tells the functions that ask, and the one that invoked', async () => {
    await openTestEngine((client) => {
      const [child] = sleeper({ event: 'shop/cancelled' })(client)
      if (!child) throw new Error('no child')
      return [
        child,
        client.createFunction({ id: 'parent', ...on('shop/invoke') }, ({ step }) =>
          step.invoke('ask', { function: child as never }).catch((error: Error) => error.name),
        ),
        client.createFunction(
          { id: 'after', triggers: [{ event: 'inngest/function.cancelled' }] },
          ({ event }) => event.data.function_id,
        ),
      ]
    })
    await sayEvent('shop/invoke', 'e1')
    await jobs('sleep', 1)
    await sayEvent('shop/cancelled', 'c1')
    expect(await endedRun('shop-after')).toMatchObject({ output: 'shop-sleeper' })
    expect(await endedRun('shop-parent')).toMatchObject({ status: 'completed' })
  })

  test('stops a call under way at its next step', async () => {
    let open = () => {}
    const gate = new Promise<void>((resolve) => {
      open = resolve
    })
    const ran: string[] = []
    const { engine } = await openTestEngine((client) => [
      client.createFunction(
        { id: 'busy', cancelOn: [{ event: 'shop/cancelled' }], ...on('shop/placed') },
        async ({ step }) => {
          await step.run('first', () => gate.then(() => ran.push('first')))
          await step.run('second', () => ran.push('second'))
        },
      ),
    ])
    await sayEvent('shop/placed', 'e1')
    await jobs('discover', 1)
    await until(
      async () => (await pool.query('SELECT FROM engine_job WHERE leased_by IS NOT NULL')).rowCount === 1,
    )
    await sayEvent('shop/cancelled', 'c1')
    await endedRun('shop-busy')
    open()
    await engine.stop()
    expect(ran).toEqual(['first'])
    expect(await listRuns()).toMatchObject([{ status: 'cancelled', output: null }])
    expect((await pool.query('SELECT FROM engine_step')).rowCount).toBe(0)
  })
})

describe('the time a run is given', () => {
  const functions =
    (timeouts: { start?: string; finish?: string }): Parameters<typeof openTestEngine>[0] =>
    (client) => [
      client.createFunction(
        { id: 'slow', timeouts: timeouts as never, ...on('shop/placed') },
        async ({ step }) => {
          await step.sleep('a', '50m')
          await step.waitForEvent('b', { event: 'shop/paid', timeout: '9d' })
        },
      ),
    ]

  test('to start ends it when nobody could begin in time', async () => {
    const { engine } = await openTestEngine(functions({ start: '1h' }), { ...clock, concurrency: 0 })
    await sayEvent('shop/placed', 'e1', {}, new Date(time))
    await jobs('discover', 1)
    await engine.stop()
    time += HOUR_MS
    await openTestEngine(functions({ start: '1h' }), clock)
    expect(await endedRun('shop-slow')).toMatchObject({
      status: 'cancelled',
      error: { name: 'RunTimeoutError' },
    })
  })

  test('to finish ends it while it waits', async () => {
    await openTestEngine(functions({ start: '1h', finish: '1h' }), clock)
    await sayEvent('shop/placed', 'e1', {}, new Date(time))
    await jobs('sleep', 1)
    time += 50 * 60_000
    await jobs('wait', 1)
    time += 10 * 60_000 - 1
    await sayEvent('shop/other', 'e2', {}, new Date(time))
    await taken()
    expect(await statuses()).toEqual(['active'])
    time += 1
    expect(await endedRun('shop-slow')).toMatchObject({
      status: 'cancelled',
      error: { name: 'RunTimeoutError' },
    })
    expect((await pool.query('SELECT FROM engine_job')).rowCount).toBe(0)
  })
})
