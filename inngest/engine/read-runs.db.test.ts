import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { pool } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { cancelRun } from './cancel-run'
import { findRun, listRuns } from './queries'
import { replayRun } from './replay-run'
import { endedRun, openTestEngine, sayEvent, stopTestEngines, until } from './testing/open-test-engine'

beforeEach(emptyDatabase)
afterEach(stopTestEngines)

const on = (event: string) => ({ triggers: [{ event }] })

describe('a run can be read', () => {
  test('with its steps and every failed attempt', async () => {
    let tries = 0
    await openTestEngine((client) => [
      client.createFunction({ id: 'mail', retries: 3, ...on('shop/placed') }, async ({ step }) => {
        await step.run('render', () => 1)
        await step.run('send', () => {
          if (++tries < 3) throw new Error(`refused ${tries}`)
        })
        return { sent: true }
      }),
    ])
    await sayEvent('shop/placed', 'SO-1', { n: 1 })
    const { id } = await endedRun('shop-mail')
    const page = await findRun(id)
    expect(page).toMatchObject({
      id,
      functionId: 'shop-mail',
      status: 'completed',
      eventName: 'shop/placed',
      subject: 'SO-1',
      event: { id: 'SO-1', data: { n: 1 } },
      output: { sent: true },
      error: null,
      dueAt: null,
      history: [
        { attempt: 0, step: 'send', error: { name: 'Error', message: 'refused 1' } },
        { attempt: 1, step: 'send', error: { name: 'Error', message: 'refused 2' } },
      ],
      steps: [
        { name: 'render', op: 'StepRun', state: 'done' },
        { name: 'send', op: 'StepRun', state: 'done' },
      ],
    })
    expect((await listRuns({ limit: 10 })).items).toMatchObject([{ id, attempts: 3, status: 'completed' }])
  })

  test('while it waits and after it failed', async () => {
    await openTestEngine((client) => [
      client.createFunction({ id: 'waits', ...on('shop/placed') }, async ({ step }) => {
        await step.run('try', () => Promise.reject(new Error('closed'))).catch(() => {})
        await step.sleepUntil('later', new Date('2099-01-01T00:00:00Z'))
      }),
      client.createFunction({ id: 'fails', retries: 0, ...on('shop/placed') }, () => {
        throw new Error('never')
      }),
    ])
    await sayEvent('shop/placed', 'SO-1')
    const failed = await findRun((await endedRun('shop-fails')).id)
    expect(failed).toMatchObject({
      status: 'failed',
      error: { message: 'never' },
      history: [{ attempt: 0, step: null }],
    })
    await until(async () => (await pool.query("SELECT FROM engine_job WHERE kind = 'sleep'")).rowCount === 1)
    const [waiting] = (await listRuns({ functionId: 'shop-waits', limit: 10 })).items
    expect(waiting).toMatchObject({
      status: 'active',
      dueAt: '2099-01-01T00:00:00.000Z',
      error: { message: 'closed' },
    })
    expect((await findRun(waiting?.id ?? ''))?.steps.map(({ name, state }) => [name, state])).toEqual([
      ['try', 'failed'],
      ['later', 'waiting'],
    ])
  })

  test('keeping the latest twenty failed attempts', async () => {
    await openTestEngine((client) => [
      client.createFunction({ id: 'stubborn', retries: 20, ...on('shop/placed') }, ({ attempt }) => {
        throw new Error(`no ${attempt}`)
      }),
    ])
    await sayEvent('shop/placed', 'SO-1')
    const page = await findRun((await endedRun('shop-stubborn')).id)
    expect(page?.history).toHaveLength(20)
    expect(page?.history.at(-1)).toMatchObject({ attempt: 20, error: { message: 'no 20' } })
  })

  test('page by page, by function and by status', async () => {
    await pool.query(
      `INSERT INTO engine_run (function_id, idempotency_key, event, status, error, created_at, ended_at)
       SELECT CASE n % 2 WHEN 0 THEN 'even' ELSE 'odd' END, n, '{"id": "e", "name": "x"}',
         CASE n % 5 WHEN 0 THEN 'failed' ELSE 'completed' END::engine_run_status,
         CASE n % 5 WHEN 0 THEN '{"name": "Error", "message": "no"}'::jsonb END, now() - n % 7 * interval '1 second', now()
       FROM generate_series(1, 50) n`,
    )
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await listRuns({ limit: 7, cursor })
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(new Set(seen).size).toBe(50)
    expect(seen).toHaveLength(50)
    const failed = await listRuns({ functionId: 'even', status: 'failed', limit: 50 })
    expect(failed.items).toHaveLength(5)
    expect(await findRun(randomUUID())).toBeNull()
  })
})

describe('a person', () => {
  test('cancels a run once; one that ended stays as it is', async () => {
    await openTestEngine((client) => [
      client.createFunction({ id: 'sleeps', ...on('shop/placed') }, ({ step }) => step.sleep('long', '9d')),
    ])
    await sayEvent('shop/placed', 'SO-1')
    await until(async () => (await pool.query("SELECT FROM engine_job WHERE kind = 'sleep'")).rowCount === 1)
    const id = (await listRuns({ limit: 1 })).items[0]?.id ?? ''
    expect(await cancelRun(id)).toEqual({ outcome: 'cancelled' })
    expect(await cancelRun(id)).toEqual({ outcome: 'already-ended' })
    expect(await cancelRun(randomUUID())).toEqual({ outcome: 'not-found' })
    expect(await findRun(id)).toMatchObject({
      status: 'cancelled',
      dueAt: null,
      error: { name: 'RunCancelledError' },
    })
    expect((await pool.query('SELECT FROM engine_job')).rowCount).toBe(0)
  })

  test('runs a function again with the same event', async () => {
    let broken = true
    await openTestEngine((client) => [
      client.createFunction({ id: 'mail', retries: 0, ...on('shop/placed') }, ({ event }) => {
        if (broken) throw new Error('mail server down')
        return event.data.n
      }),
    ])
    await sayEvent('shop/placed', 'SO-1', { n: 7 })
    const { id } = await endedRun('shop-mail')
    broken = false
    const replay = await replayRun(id)
    const runId = replay.outcome === 'replayed' ? replay.runId : ''
    const page = await until(async () => {
      const page = await findRun(runId)
      return page?.status !== 'active' && page
    })
    expect(page).toMatchObject({ status: 'completed', output: 7, subject: 'SO-1', eventName: 'shop/placed' })
    expect(await findRun(id)).toMatchObject({ status: 'failed' })
    expect(await replayRun(randomUUID())).toEqual({ outcome: 'not-found' })
  })
})
