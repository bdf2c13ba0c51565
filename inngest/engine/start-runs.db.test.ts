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

describe('a run', () => {
  test('receives the event, does each step once and keeps what the function returns', async () => {
    const done: string[] = []
    await openTestEngine((client) => [
      client.createFunction({ id: 'pack', ...on('shop/placed') }, async ({ event, step }) => {
        const first = await step.run('first', () => done.push('first'))
        const second = await step.run('second', () => done.push('second'))
        return { event, first, second }
      }),
    ])
    await sayEvent('shop/placed', 'e1', { order: 7 }, new Date('2026-11-21T10:00:00Z'))
    const run = await endedRun('shop-pack')
    expect(run).toMatchObject({ status: 'completed', idempotency_key: 'e1' })
    expect(run.output).toMatchObject({ first: 1, second: 2 })
    expect(run.output).toHaveProperty('event', {
      id: 'e1',
      name: 'shop/placed',
      data: { order: 7 },
      ts: Date.parse('2026-11-21T10:00:00Z'),
    })
    const { rows } = await pool.query('SELECT name, value, pending FROM engine_step ORDER BY ord')
    expect(rows).toEqual([
      { name: 'first', value: { data: 1 }, pending: false },
      { name: 'second', value: { data: 2 }, pending: false },
    ])
    expect((await pool.query('SELECT FROM engine_job')).rowCount).toBe(0)
  })

  test('does not repeat memoised steps when it is called again after every step', async () => {
    const done: string[] = []
    await openTestEngine((client) => [
      client.createFunction(
        { id: 'classic', checkpointing: false, ...on('shop/placed') },
        async ({ step }) => {
          const a = await step.run('a', () => done.push('a'))
          const b = await step.run('b', () => done.push('b'))
          return a + b
        },
      ),
    ])
    await sayEvent('shop/placed', 'e1')
    expect(await endedRun('shop-classic')).toMatchObject({ output: 3 })
    expect(done).toEqual(['a', 'b'])
  })

  test('starts for a matching condition only', async () => {
    await openTestEngine((client) => [
      client.createFunction(
        {
          id: 'cold',
          triggers: [{ event: 'shop/placed', if: "event.data.zone == 'frozen' && event.data.rush == true" }],
        },
        () => 1,
      ),
      client.createFunction({ id: 'any', ...on('shop/placed') }, () => 1),
    ])
    await sayEvent('shop/placed', 'e1', { zone: 'ambient', rush: true })
    await sayEvent('shop/placed', 'e2', { zone: 'frozen', rush: true })
    await sayEvent('shop/placed', 'e3', { zone: 'frozen' })
    await until(async () => (await listRuns('shop-any')).length === 3)
    expect((await listRuns('shop-cold')).map((run) => run.idempotency_key)).toEqual(['e2'])
  })

  test('is one for an event that comes twice, and none for an event that was rolled back', async () => {
    const { client } = await openTestEngine((client) => [
      client.createFunction({ id: 'pack', ...on('shop/placed') }, () => 1),
    ])
    const transaction = await pool.connect()
    await transaction.query('BEGIN')
    await transaction.query(
      "INSERT INTO outbox_event (event_id, name, subject, data, occurred_at) VALUES ('gone', 'shop/placed', 's', '{}', now())",
    )
    await transaction.query('ROLLBACK')
    transaction.release()
    await client.send({ id: 'e1', name: 'shop/placed' })
    await endedRun('shop-pack')
    await pool.query('DELETE FROM outbox_event')
    await client.send([
      { id: 'e1', name: 'shop/placed' },
      { id: 'e2', name: 'shop/placed' },
    ])
    await until(async () => (await listRuns()).some((run) => run.idempotency_key === 'e2'))
    expect((await listRuns()).map((run) => run.idempotency_key)).toEqual(['e1', 'e2'])
  })

  test('keeps text that jsonb refuses', async () => {
    const odd = 'a\u0000b\ud800c\\u0000'
    await openTestEngine((client) => [
      client.createFunction({ id: 'odd', ...on('shop/placed') }, async ({ step }) => {
        const value = await step.run('odd', () => odd)
        await step.sendEvent('tell', { id: 'odd-event', name: 'shop/told', data: { value } })
        return value
      }),
      client.createFunction({ id: 'break', retries: 0, ...on('shop/placed') }, () => {
        throw new Error(odd)
      }),
    ])
    await sayEvent('shop/placed', 'e1')
    expect((await endedRun('shop-odd')).status).toBe('completed')
    expect((await endedRun('shop-break')).error?.message).toBe('a\ufffdb\ufffdc\\u0000')
  })
})
