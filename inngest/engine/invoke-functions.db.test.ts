import { referenceFunction } from 'inngest'
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

const events = async (name: string) =>
  (
    await pool.query<{ data: Record<string, unknown> }>('SELECT data FROM outbox_event WHERE name = $1', [
      name,
    ])
  ).rows

describe('a function that invokes another', () => {
  test('gets what it returns, also from one that nothing else starts', async () => {
    await openTestEngine((client) => {
      const double = client.createFunction({ id: 'double', triggers: [] }, async ({ event, step }) =>
        step.run('double', () => ({ doubled: Number((event.data as { n: number }).n) * 2, odd: 'a\u0000b' })),
      )
      const parent = client.createFunction({ id: 'parent', ...on('shop/placed') }, async ({ step }) => {
        const [one, two] = await Promise.all([
          step.invoke('one', { function: double, data: { n: 1 } }),
          step.invoke('two', { function: referenceFunction({ functionId: 'double' }), data: { n: 2 } }),
        ])
        return [one.doubled, (two as { doubled: number }).doubled, one.odd]
      })
      return [double, parent]
    })
    await sayEvent('shop/placed', 'e1')
    await sayEvent('shop/placed', 'e2')
    await until(
      async () =>
        (await listRuns()).every(({ status }) => status === 'completed') && (await listRuns()).length === 6,
    )
    for (const run of await listRuns('shop-parent')) expect(run.output).toEqual([2, 4, 'a\ufffdb'])
    expect(await listRuns('shop-double')).toHaveLength(4)
    expect((await pool.query('SELECT FROM engine_wait')).rowCount).toBe(0)
  })

  test('may catch its error', async () => {
    await openTestEngine((client) => {
      const child = client.createFunction({ id: 'child', retries: 1, triggers: [] }, () => {
        throw new Error('no stock')
      })
      const parent = client.createFunction({ id: 'parent', ...on('shop/placed') }, async ({ step }) =>
        step.invoke('ask', { function: child }).catch((error: Error) => `caught: ${error.message}`),
      )
      return [child, parent]
    })
    await sayEvent('shop/placed', 'e1')
    expect(await endedRun('shop-parent')).toMatchObject({ output: 'caught: no stock' })
    expect(await listRuns('shop-child')).toMatchObject([{ status: 'failed' }])
    expect(await events('inngest/function.failed')).toHaveLength(1)
  })

  test('waits for it no longer than it said', async () => {
    let time = Date.now()
    await openTestEngine(
      (client) => {
        const child = client.createFunction({ id: 'child', triggers: [] }, ({ step }) =>
          step.sleep('long', '9d'),
        )
        const parent = client.createFunction({ id: 'parent', ...on('shop/placed') }, async ({ step }) =>
          step.invoke('ask', { function: child, timeout: '1h' }).then(
            () => 'answer',
            (error: Error) => error.message,
          ),
        )
        return [child, parent]
      },
      { now: () => new Date(time), leaseMs: 1e9 },
    )
    await sayEvent('shop/placed', 'e1', {}, new Date(time))
    await until(async () => (await pool.query("SELECT FROM engine_job WHERE kind = 'sleep'")).rowCount === 1)
    time += 3_600_000
    expect((await endedRun('shop-parent')).output).toMatch(/did not end in time/)
    expect(await listRuns('shop-child')).toMatchObject([{ status: 'active' }])
  })

  test('that is not there gets an error at once', async () => {
    await openTestEngine((client) => [
      client.createFunction({ id: 'parent', ...on('shop/placed') }, async ({ step }) =>
        step
          .invoke('ask', { function: referenceFunction({ functionId: 'nobody' }) })
          .catch((error: Error) => error.message),
      ),
    ])
    await sayEvent('shop/placed', 'e1')
    expect((await endedRun('shop-parent')).output).toMatch(/shop-nobody/)
  })
})

describe('the end of a run', () => {
  test('is told to the functions it triggers, once', async () => {
    await openTestEngine((client) => [
      client.createFunction({ id: 'work', ...on('shop/placed') }, () => 7),
      client.createFunction(
        {
          id: 'after',
          triggers: [{ event: 'inngest/function.finished', if: "event.data.function_id == 'shop-work'" }],
        },
        ({ event }) => event.data.result,
      ),
    ])
    await sayEvent('shop/placed', 'e1')
    expect(await endedRun('shop-after')).toMatchObject({ output: 7 })
    expect(await events('inngest/function.finished')).toHaveLength(1)
  })

  test('is not written down when nobody asks', async () => {
    await openTestEngine((client) => [client.createFunction({ id: 'work', ...on('shop/placed') }, () => 7)])
    await sayEvent('shop/placed', 'e1')
    await endedRun('shop-work')
    expect(await events('inngest/function.finished')).toEqual([])
  })
})
