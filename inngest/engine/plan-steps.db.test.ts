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

describe('steps that take a run on', () => {
  test('run side by side, with a sleep among them, and join once', async () => {
    const done: string[] = []
    let time = Date.now()
    await openTestEngine(
      (client) => [
        client.createFunction({ id: 'parallel', ...on('shop/placed') }, async ({ step }) => {
          const [x, y] = await Promise.all([
            step.run('x', () => done.push('x') && 'X'),
            step.run('y', () => done.push('y') && 'Y'),
            step.sleep('rest', '1h'),
          ])
          return step.run('join', () => done.push('join') && `${x}${y}`)
        }),
      ],
      { now: () => new Date(time), leaseMs: 86_400_000 },
    )
    await sayEvent('shop/placed', 'e1', {}, new Date(time))
    await until(() => done.length === 2)
    await until(async () => (await pool.query("SELECT FROM engine_job WHERE kind = 'step'")).rowCount === 0)
    expect(await listRuns()).toMatchObject([{ status: 'active' }])
    time += 3_600_000
    expect(await endedRun('shop-parallel')).toMatchObject({ output: 'XY' })
    expect(done.toSorted()).toEqual(['join', 'x', 'y'])
  })

  test('may fail one by one, each with attempts of its own', async () => {
    const tries = { good: 0, bad: 0 }
    await openTestEngine((client) => [
      client.createFunction({ id: 'mixed', retries: 1, ...on('shop/placed') }, async ({ step }) => {
        const results = await Promise.allSettled([
          step.run('good', () => {
            if (++tries.good < 2) throw new Error('once')
            return 'good'
          }),
          step.run('bad', () => {
            tries.bad++
            throw new Error('always')
          }),
        ])
        return results.map(({ status }) => status)
      }),
    ])
    await sayEvent('shop/placed', 'e1')
    expect(await endedRun('shop-mixed')).toMatchObject({ output: ['fulfilled', 'rejected'] })
    expect(tries).toEqual({ good: 2, bad: 2 })
  })

  test('sleep until an instant without holding a place', async () => {
    let time = Date.parse('2026-11-21T10:00:00Z')
    await openTestEngine(
      (client) => [
        client.createFunction({ id: 'sleeper', ...on('shop/placed') }, async ({ step }) => {
          await step.sleep('a while', '90m')
          await step.sleepUntil('noon', new Date('2026-11-21T12:00:00Z'))
          return 'awake'
        }),
        client.createFunction({ id: 'other', ...on('shop/other') }, () => 1),
      ],
      { now: () => new Date(time), leaseMs: 86_400_000, concurrency: 1 },
    )
    await sayEvent('shop/placed', 'e1')
    await until(async () => (await pool.query("SELECT FROM engine_job WHERE kind = 'sleep'")).rowCount === 1)
    await sayEvent('shop/other', 'e2')
    await endedRun('shop-other')
    time = Date.parse('2026-11-21T11:30:00Z')
    await until(async () => (await pool.query("SELECT FROM engine_step WHERE name = 'noon'")).rowCount === 1)
    expect(await listRuns('shop-sleeper')).toMatchObject([{ status: 'active' }])
    time = Date.parse('2026-11-21T12:00:00Z')
    expect(await endedRun('shop-sleeper')).toMatchObject({ output: 'awake' })
  })

  test('send events that start runs, one each even when the step is repeated after it sent', async () => {
    let sent = 0
    await openTestEngine((client) => [
      client.createFunction({ id: 'sender', ...on('shop/placed') }, async ({ step }) => {
        await step.run('by hand', async () => {
          await client.send({ name: 'shop/told', data: { to: 'warehouse' } })
          if (++sent === 1) throw new Error('after sending')
        })
        await step.sendEvent('by step', { name: 'shop/told', data: { to: 'customer' } })
      }),
      client.createFunction({ id: 'listener', ...on('shop/told') }, ({ event }) => event.data.to),
    ])
    await sayEvent('shop/placed', 'e1')
    await endedRun('shop-sender')
    await until(
      async () => (await pool.query('SELECT FROM outbox_event WHERE relayed_at IS NULL')).rowCount === 0,
    )
    await until(async () => (await pool.query('SELECT FROM engine_job')).rowCount === 0)
    expect(sent).toBe(2)
    expect((await listRuns('shop-listener')).map((run) => run.output)).toEqual(['warehouse', 'customer'])
  })

  test('send events that carry the trace on', async () => {
    const trace = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'
    await pool.query(
      "INSERT INTO outbox_event (event_id, name, subject, data, traceparent, occurred_at) VALUES ('e1', 'shop/placed', 's', '{}', $1, now())",
      [trace],
    )
    await openTestEngine((client) => [
      client.createFunction({ id: 'sender', ...on('shop/placed') }, async ({ step }) => {
        await step.sendEvent('tell', { name: 'shop/told' })
      }),
    ])
    await endedRun('shop-sender')
    const { rows } = await pool.query("SELECT traceparent FROM outbox_event WHERE name = 'shop/told'")
    expect(rows).toEqual([{ traceparent: trace }])
  })

  test('cannot send events in the name of the engine', async () => {
    const { client } = await openTestEngine((client) => [
      client.createFunction({ id: 'any', ...on('x') }, () => 1),
    ])
    await expect(client.send({ name: 'inngest/function.failed' })).rejects.toThrow(/reserved/)
  })
})
