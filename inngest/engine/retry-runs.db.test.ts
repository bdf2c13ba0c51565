import { NonRetriableError, RetryAfterError } from 'inngest'
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

type Failure = { event: { data: { function_id: string; event: { data: unknown } } }; error: Error }

const on = (event: string) => ({ triggers: [{ event }] })

describe('a failing function', () => {
  test('is tried again, with its finished steps kept, until it succeeds', async () => {
    const done: string[] = []
    await openTestEngine((client) => [
      client.createFunction({ id: 'flaky', retries: 3, ...on('shop/placed') }, async ({ step, attempt }) => {
        await step.run('reserve', () => done.push('reserve'))
        await step.run('charge', () => {
          done.push('charge')
          if (done.filter((name) => name === 'charge').length < 3) throw new Error('network down')
        })
        return attempt
      }),
    ])
    await sayEvent('shop/placed', 'e1')
    expect(await endedRun('shop-flaky')).toMatchObject({ status: 'completed' })
    expect(done).toEqual(['reserve', 'charge', 'charge', 'charge'])
  })

  test('waits as the backoff says, or as the function asks', async () => {
    const delays: number[] = []
    let time = Date.parse('2026-11-21T10:00:00Z')
    let failedAt = 0
    await openTestEngine(
      (client) => [
        client.createFunction({ id: 'slow', retries: 3, ...on('shop/placed') }, ({ attempt }) => {
          if (attempt > 0) delays.push(time - failedAt)
          failedAt = time
          if (attempt === 1) throw new RetryAfterError('later', '2m')
          throw new Error('no')
        }),
      ],
      {
        now: () => new Date(time),
        backoff: { delaysMs: [5_000, 7_000, 9_000], jitterMs: 1_000 },
        random: () => 0.5,
        leaseMs: 900_000,
      },
    )
    await sayEvent('shop/placed', 'e1', {}, new Date(time))
    await until(async () => {
      const { rows } = await pool.query<{ due_at: Date; leased_by: string | null }>(
        'SELECT due_at, leased_by FROM engine_job',
      )
      const [job] = rows
      if (job && job.leased_by === null) time = Math.max(time, job.due_at.getTime())
      return (await listRuns()).some((run) => run.status === 'failed')
    })
    expect(delays).toEqual([5_500, 120_000, 9_500])
  })

  test('gives up after its attempts, and onFailure gets the original event and the error', async () => {
    const attempts: number[] = []
    const failures: unknown[] = []
    await openTestEngine((client) => [
      client.createFunction(
        {
          id: 'doomed',
          retries: 2,
          ...on('shop/placed'),
          onFailure: ({ event, error }: Failure) => {
            failures.push({
              original: event.data.event.data,
              functionId: event.data.function_id,
              message: error.message,
            })
          },
        },
        ({ attempt }) => {
          attempts.push(attempt)
          throw new Error('never')
        },
      ),
    ])
    await sayEvent('shop/placed', 'e1', { order: 9 })
    expect(await endedRun('shop-doomed')).toMatchObject({ status: 'failed', error: { message: 'never' } })
    await endedRun('shop-doomed-failure')
    expect(attempts).toEqual([0, 1, 2])
    expect(failures).toEqual([{ original: { order: 9 }, functionId: 'shop-doomed', message: 'never' }])
  })

  test('is not tried again after a NonRetriableError', async () => {
    let calls = 0
    await openTestEngine((client) => [
      client.createFunction({ id: 'wrong', ...on('shop/placed') }, () => {
        calls++
        throw new NonRetriableError('no such order')
      }),
    ])
    await sayEvent('shop/placed', 'e1')
    expect(await endedRun('shop-wrong')).toMatchObject({
      status: 'failed',
      error: { name: 'NonRetriableError' },
    })
    expect(calls).toBe(1)
  })

  test('may catch the error of a step that used up its attempts', async () => {
    await openTestEngine((client) => [
      client.createFunction({ id: 'careful', retries: 1, ...on('shop/placed') }, async ({ step }) => {
        const fallback = await step
          .run('try', () => {
            throw new Error('closed')
          })
          .catch((error: Error) => error.message)
        return step.run('go on', () => `then: ${fallback}`)
      }),
    ])
    await sayEvent('shop/placed', 'e1')
    expect(await endedRun('shop-careful')).toMatchObject({ output: 'then: closed' })
  })

  test('fails cleanly when it uses a step the engine does not have', async () => {
    await openTestEngine((client) => [
      client.createFunction({ id: 'waiting', ...on('shop/placed') }, ({ step }) =>
        step.waitForSignal('paid', { signal: 'paid', timeout: '1h' }),
      ),
    ])
    await sayEvent('shop/placed', 'e1')
    expect((await endedRun('shop-waiting')).error).toMatchObject({ name: 'UnsupportedStepError' })
  })
})
