import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
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

beforeEach(async () => {
  await emptyDatabase()
  await pool.query('CREATE TABLE IF NOT EXISTS effect (id serial, name text)')
  await pool.query('TRUNCATE effect')
})
afterEach(stopTestEngines)

const effects = async () =>
  (await pool.query<{ name: string }>('SELECT name FROM effect ORDER BY id')).rows.map(({ name }) => name)

const leave = (name: string) => pool.query('INSERT INTO effect (name) VALUES ($1)', [name])

/** A gate that a function waits at. */
function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open: () => open(), opened }
}

describe('a process that is killed in the middle of a step', () => {
  test('loses nothing: another finishes the run and repeats no memoised step', async () => {
    const script = fileURLToPath(new URL('./testing/engine-that-hangs.ts', import.meta.url))
    const child = spawn(process.execPath, ['--import', 'tsx', script], {
      stdio: ['pipe', 'ignore', 'inherit'],
    })
    try {
      await sayEvent('shop/placed', 'e1')
      await until(async () => (await effects()).includes('second'))
    } finally {
      child.kill('SIGKILL')
    }
    await openTestEngine((client) => [
      client.createFunction({ id: 'two-steps', triggers: [{ event: 'shop/placed' }] }, async ({ step }) => {
        await step.run('first', () => leave('first').then(() => 1))
        return step.run('second', () => leave('second again').then(() => 2))
      }),
    ])
    expect(await endedRun('shop-two-steps')).toMatchObject({ status: 'completed', output: 2 })
    expect(await effects()).toEqual(['first', 'second', 'second again'])
  })
})

describe('a lease', () => {
  test('is kept up while the call lasts, however long that is', async () => {
    const { open, opened } = gate()
    const calls: string[] = []
    const slow = (name: string) =>
      openTestEngine(
        (client) => [
          client.createFunction({ id: 'slow', triggers: [{ event: 'shop/placed' }] }, async () => {
            calls.push(name)
            await opened
          }),
        ],
        { leaseMs: 300 },
      )
    await slow('one')
    await slow('other')
    await sayEvent('shop/placed', 'e1')
    await until(() => calls.length > 0)
    const { rows } = await pool.query<{ lease_until: Date }>('SELECT lease_until FROM engine_job')
    const first = rows[0]?.lease_until.getTime() ?? 0
    await until(async () => {
      const { rows } = await pool.query<{ lease_until: Date }>('SELECT lease_until FROM engine_job')
      return (rows[0]?.lease_until.getTime() ?? 0) > first + 600
    })
    open()
    await endedRun('shop-slow')
    expect(calls).toHaveLength(1)
  })

  test('that was lost changes nothing: no step, no result, no retry', async () => {
    const gates = [gate(), gate()]
    const ran: string[] = []
    let calls = 0
    const { engine } = await openTestEngine((client) => [
      client.createFunction({ id: 'stale', triggers: [{ event: 'shop/placed' }] }, async ({ step }) => {
        const call = ++calls
        await gates[call - 1]?.opened
        for (const name of ['first', 'second'])
          await step.run(name, () => ran.push(`${name} by call ${call}`))
        return `by call ${call}`
      }),
      client.createFunction({ id: 'other', triggers: [{ event: 'shop/other' }] }, () => 1),
    ])
    await sayEvent('shop/placed', 'e1')
    await until(() => calls === 1)
    // What a claim of another engine does, after the lease of a paused process has ended.
    await pool.query(
      'UPDATE engine_job SET lease_until = NULL, leased_by = NULL, generation = generation + 1',
    )
    await until(() => calls === 2)
    gates[0]?.open()
    await until(() => ran.includes('first by call 1'))
    // Commits keep their order, so whatever call 1 wanted to save has been decided when this run has ended.
    await sayEvent('shop/other', 'e2')
    await endedRun('shop-other')
    expect((await pool.query('SELECT FROM engine_step')).rowCount).toBe(0)
    gates[1]?.open()
    expect(await endedRun('shop-stale')).toMatchObject({ output: 'by call 2' })
    await engine.stop()
    expect(ran).toEqual(['first by call 1', 'first by call 2', 'second by call 2'])
  })

  test('is given back by an orderly stop, so that another engine need not wait', async () => {
    const { open, opened } = gate()
    const calls: string[] = []
    const make = (name: string, waits: boolean) =>
      openTestEngine(
        (client) => [
          client.createFunction({ id: 'slow', triggers: [{ event: 'shop/placed' }] }, async () => {
            calls.push(name)
            if (waits) await opened
            return name
          }),
        ],
        { leaseMs: 3_600_000, drainMs: 50 },
      )
    const { engine } = await make('stopped', true)
    await sayEvent('shop/placed', 'e1')
    await until(() => calls.length === 1)
    await engine.stop()
    await make('next', false)
    expect(await endedRun('shop-slow')).toMatchObject({ output: 'next' })
    open()
    expect(calls).toEqual(['stopped', 'next'])
  })

  test('is not needed by a stop that lets the calls under way end', async () => {
    const { open, opened } = gate()
    let calls = 0
    const { engine } = await openTestEngine((client) => [
      client.createFunction({ id: 'slow', triggers: [{ event: 'shop/placed' }] }, async () => {
        calls++
        await opened
        return 'done'
      }),
    ])
    await sayEvent('shop/placed', 'e1')
    await until(() => calls === 1)
    const stopped = engine.stop()
    await sayEvent('shop/placed', 'e2')
    open()
    await stopped
    expect(await listRuns()).toMatchObject([{ status: 'completed', output: 'done' }])
  })
})

test('a job that takes its process with it again and again ends as failed', async () => {
  let calls = 0
  const failures: string[] = []
  await sayEvent('shop/placed', 'e1')
  const functions: Parameters<typeof openTestEngine>[0] = (client) => [
    client.createFunction(
      {
        id: 'poison',
        triggers: [{ event: 'shop/placed' }],
        onFailure: ({ error }: { error: Error }) => {
          failures.push(error.name)
        },
      },
      () => calls++,
    ),
  ]
  const { engine } = await openTestEngine(functions, { concurrency: 0 })
  await until(async () => (await pool.query('SELECT FROM engine_job')).rowCount === 1)
  await engine.stop()
  // As after three processes that claimed it and died.
  await pool.query(
    "UPDATE engine_job SET deliveries = 3, generation = 3, lease_until = now() - interval '1 second'",
  )
  await openTestEngine(functions, { poisonLimit: 3 })
  expect(await endedRun('shop-poison')).toMatchObject({ status: 'failed', error: { name: 'PoisonJobError' } })
  await endedRun('shop-poison-failure')
  expect(failures).toEqual(['PoisonJobError'])
  expect(calls).toBe(0)
})

test('two engines share the work and do every run once', async () => {
  const functions: Parameters<typeof openTestEngine>[0] = (client) => [
    client.createFunction({ id: 'shared', triggers: [{ event: 'shop/placed' }] }, async ({ event, step }) =>
      step.run('once', () => leave(event.data.n).then(() => true)),
    ),
  ]
  for (let n = 0; n < 200; n++) await sayEvent('shop/placed', `e${n}`, { n: String(n) })
  await Promise.all([
    openTestEngine(functions, { concurrency: 8 }),
    openTestEngine(functions, { concurrency: 8 }),
  ])
  await until(async () => (await listRuns()).filter((run) => run.status === 'completed').length === 200)
  const done = await effects()
  expect(new Set(done).size).toBe(200)
  expect(done).toHaveLength(200)
})

test('runs that ended long ago are forgotten with their steps, others are kept', async () => {
  let time = Date.parse('2026-11-01T10:00:00Z')
  const functions: Parameters<typeof openTestEngine>[0] = (client) => [
    client.createFunction({ id: 'old', triggers: [{ event: 'shop/placed' }] }, ({ step }) =>
      step.run('a', () => 1),
    ),
    client.createFunction({ id: 'asleep', triggers: [{ event: 'shop/placed' }] }, ({ step }) =>
      step.sleep('b', '60d'),
    ),
  ]
  const options = { now: () => new Date(time), leaseMs: 1e9, retentionMs: 86_400_000 }
  await openTestEngine(functions, options)
  await sayEvent('shop/placed', 'e1')
  await endedRun('shop-old')
  await until(async () => (await pool.query("SELECT FROM engine_step WHERE name = 'b'")).rowCount === 1)
  time += 3 * 86_400_000
  await until(async () => (await listRuns('shop-old')).length === 0)
  expect(await listRuns()).toMatchObject([{ function_id: 'shop-asleep', status: 'active' }])
  expect((await pool.query('SELECT FROM engine_step')).rowCount).toBe(1)
})
