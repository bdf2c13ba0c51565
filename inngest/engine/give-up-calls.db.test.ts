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
const never = new Promise<never>(() => {})

describe('a call that never answers', () => {
  test('is a failed attempt after its time, and leaves its place to others', async () => {
    const attempts: number[] = []
    await openTestEngine(
      (client) => [
        client.createFunction({ id: 'hangs', retries: 1, ...on('shop/placed') }, ({ attempt }) => {
          attempts.push(attempt)
          return never
        }),
        client.createFunction({ id: 'other', ...on('shop/placed') }, () => 1),
      ],
      { callTimeoutMs: 50, concurrency: 1, drainMs: 0 },
    )
    await sayEvent('shop/placed', 'e1')
    const run = await endedRun('shop-hangs')
    expect(run).toMatchObject({ status: 'failed', error: { name: 'CallTimeoutError' } })
    expect(attempts).toEqual([0, 1])
    expect(await endedRun('shop-other')).toMatchObject({ output: 1 })
  })

  test('changes nothing any more when it answers in the end', async () => {
    let open = () => {}
    const gate = new Promise<void>((resolve) => {
      open = resolve
    })
    const ran: string[] = []
    let calls = 0
    const { engine } = await openTestEngine(
      (client) => [
        client.createFunction({ id: 'late', ...on('shop/placed') }, async ({ step }) => {
          const call = ++calls
          if (call === 1) await gate
          await step.run('once', () => ran.push(`call ${call}`))
          await step.run('twice', () => ran.push(`call ${call} again`))
          return call
        }),
      ],
      { callTimeoutMs: 300 },
    )
    await sayEvent('shop/placed', 'e1')
    const run = await endedRun('shop-late')
    expect(run.status).toBe('completed')
    open()
    await until(() => ran.includes('call 1'))
    await engine.stop()
    expect(ran.filter((what) => what.startsWith('call 1'))).toEqual(['call 1'])
    expect((await listRuns())[0]).toMatchObject({ output: run.output })
  })
})

describe('the heart of an engine', () => {
  const beats = async () =>
    (await pool.query<{ name: string; beat_at: Date; trouble: string | null }>('SELECT * FROM heartbeat'))
      .rows

  test('beats while there is nothing to do, and is silent after an orderly stop', async () => {
    const { engine } = await openTestEngine(
      (client) => [client.createFunction({ id: 'idle', ...on('x') }, () => 1)],
      {
        pollMs: 3_600_000,
        leaseMs: 36_000_000,
      },
    )
    const first = await until(async () => (await beats())[0])
    expect(first).toMatchObject({ name: expect.stringMatching(/^engine:[-0-9a-f]{36}$/), trouble: null })
    const later = await until(async () =>
      (await beats()).find(({ beat_at }) => beat_at.getTime() > first.beat_at.getTime()),
    )
    expect(later.beat_at.getTime() - first.beat_at.getTime()).toBeLessThan(4_000)
    await engine.stop()
    expect(await beats()).toEqual([])
  })

  test('is forgotten an hour after its last beat', async () => {
    await pool.query(
      `INSERT INTO heartbeat (name, started_at, beat_at) VALUES
       ('engine:dead', now(), now() - interval '61 minutes'), ('engine:silent', now(), now() - interval '59 minutes'),
       ('watcher', now(), now() - interval '61 minutes')`,
    )
    await openTestEngine((client) => [client.createFunction({ id: 'idle', ...on('x') }, () => 1)])
    const names = await until(async () => {
      const present = (await beats()).map(({ name }) => name)
      return !present.includes('engine:dead') && present
    })
    expect(names).toEqual(expect.arrayContaining(['engine:silent', 'watcher']))
  })
})
