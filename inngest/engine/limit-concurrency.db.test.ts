import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { pool } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { listRuns, openTestEngine, sayEvent, stopTestEngines, until } from './testing/open-test-engine'

beforeEach(emptyDatabase)
afterEach(stopTestEngines)

type Functions = Parameters<typeof openTestEngine>[0]
type Options = Parameters<Parameters<Functions>[0]['createFunction']>[0]

const on = (event: string) => ({ triggers: [{ event }] })
const completed = async () => (await listRuns()).filter(({ status }) => status === 'completed').length

/** Functions whose calls stay until they are let go, and who is in a call now. */
function turnstile(...options: Options[]) {
  const inside: string[] = []
  const waiting = new Map<string, () => void>()
  const entered: string[] = []
  const functions: Functions = (client) =>
    options.map((option) =>
      client.createFunction(option, async ({ event, step }) => {
        const name = String(event.data.name)
        inside.push(name)
        entered.push(name)
        await new Promise<void>((resolve) => waiting.set(name, resolve))
        inside.splice(inside.indexOf(name), 1)
        if (event.data.sleeps) await step.sleep('rest', '1h')
      }),
    )
  const letGo = (name: string) => waiting.get(name)?.()
  return { functions, inside, entered, letGo }
}

/** Every due call that may go has gone: a call of a function without limits, queued last, has gone as well. */
async function settled() {
  const id = `mark${performance.now()}`
  await sayEvent('shop/mark', id)
  await until(async () =>
    (await listRuns('shop-mark')).some((run) => run.idempotency_key === id && run.status === 'completed'),
  )
}
const marked =
  (functions: Functions): Functions =>
  (client) => [...functions(client), client.createFunction({ id: 'mark', ...on('shop/mark') }, () => 1)]

describe('concurrency', () => {
  test('never has more calls at once than its limit, oldest first, and goes on when one ends', async () => {
    const { functions, inside, entered, letGo } = turnstile({
      id: 'pack',
      concurrency: 2,
      ...on('shop/placed'),
    })
    await openTestEngine(marked(functions), { drainMs: 0 })
    for (const name of ['a', 'b', 'c']) await sayEvent('shop/placed', name, { name })
    await until(() => inside.length === 2)
    await settled()
    expect(inside).toEqual(['a', 'b'])
    letGo('a')
    await until(() => inside.includes('c'))
    letGo('b')
    letGo('c')
    await until(async () => (await completed()) >= 4)
    expect(entered).toEqual(['a', 'b', 'c'])
  })

  test('of a key leaves the other keys alone', async () => {
    const limits = { concurrency: { limit: 1, key: 'event.data.site' } }
    const { functions, inside } = turnstile({ id: 'pack', ...limits, ...on('shop/placed') })
    await openTestEngine(marked(functions), { drainMs: 0 })
    for (const [name, site] of ['A', 'A', 'A', 'B', 'C', 'B'].map((site, n) => [`${site}${n}`, site]))
      await sayEvent('shop/placed', `${name}`, { name, site })
    await until(() => inside.length === 3)
    await settled()
    expect(inside).toEqual(['A0', 'B3', 'C4'])
  })

  test('with two limits keeps both', async () => {
    const concurrency = [{ limit: 2 }, { limit: 1, key: 'event.data.site' }] as Options['concurrency']
    const { functions, inside } = turnstile({ id: 'pack', concurrency, ...on('shop/placed') } as Options)
    await openTestEngine(marked(functions), { drainMs: 0 })
    for (const name of ['A0', 'A1', 'B2', 'C3']) await sayEvent('shop/placed', name, { name, site: name[0] })
    await until(() => inside.length === 2)
    await settled()
    expect(inside).toEqual(['A0', 'B2'])
  })

  test('of the account is shared by functions that make the same key', async () => {
    const concurrency = { limit: 1, scope: 'account' as const, key: "'printer'" }
    const { functions, inside, letGo } = turnstile(
      { id: 'labels', concurrency, ...on('shop/label') },
      { id: 'lists', concurrency, ...on('shop/list') },
    )
    await openTestEngine(marked(functions), { drainMs: 0 })
    await sayEvent('shop/label', 'a', { name: 'label' })
    await sayEvent('shop/list', 'b', { name: 'list' })
    await until(() => inside.length === 1)
    await settled()
    expect(inside).toEqual(['label'])
    letGo('label')
    await until(() => inside.includes('list'))
  })

  test('does not count runs that sleep', async () => {
    const { functions, inside, letGo } = turnstile({ id: 'pack', concurrency: 1, ...on('shop/placed') })
    await openTestEngine(functions, { drainMs: 0 })
    await sayEvent('shop/placed', 'a', { name: 'a', sleeps: true })
    await sayEvent('shop/placed', 'b', { name: 'b' })
    await until(() => inside.length === 1)
    letGo('a')
    await until(() => inside.includes('b'))
    expect(await listRuns()).toMatchObject([{ status: 'active' }, { status: 'active' }])
  })

  test('is kept by two engines together, also for runs that no event started', async () => {
    let inside = 0
    let most = 0
    const functions: Functions = (client) => [
      client.createFunction({ id: 'pack', concurrency: 3, ...on('shop/placed') }, async ({ step }) => {
        for (const name of ['a', 'b'])
          await step.run(name, async () => {
            inside++
            most = Math.max(most, inside)
            await pool.query('SELECT')
            inside--
          })
      }),
    ]
    // As a replay makes them.
    await pool.query(`WITH run AS (
        INSERT INTO engine_run (function_id, idempotency_key, event, created_at)
        SELECT 'shop-pack', n, '{"name": "shop/placed", "data": {}}', now() FROM generate_series(1, 60) n RETURNING id
      ) INSERT INTO engine_job (kind, function_id, run_id, due_at) SELECT 'discover', 'shop-pack', id, now() FROM run`)
    for (let n = 0; n < 60; n++) await sayEvent('shop/placed', `e${n}`)
    await Promise.all([openTestEngine(functions), openTestEngine(functions)])
    await until(async () => (await completed()) === 120)
    expect(most).toBeLessThanOrEqual(3)
  })
})

test('priority decides who goes first, by as many seconds as it says', async () => {
  let time = Date.parse('2026-11-21T10:00:00Z')
  const order: string[] = []
  const functions: Functions = (client) => [
    client.createFunction(
      {
        id: 'pack',
        priority: {
          run: "event.data.rank == 'vip' ? 600 : event.data.rank == 'low' ? -60 : event.data.seconds",
        },
        ...on('shop/placed'),
      },
      ({ event }) => order.push(event.data.name),
    ),
  ]
  const clock = { now: () => new Date(time), leaseMs: 1e9 }
  const { engine } = await openTestEngine(functions, { ...clock, concurrency: 0 })
  const say = async (name: string, data: object) => {
    await sayEvent('shop/placed', name, { name, ...data })
    await until(
      async () => (await pool.query('SELECT FROM outbox_event WHERE relayed_at IS NULL')).rowCount === 0,
    )
    time += 10_000
  }
  await say('first', {})
  await say('low', { rank: 'low' })
  await say('third', {})
  await say('fourth, a little sooner', { seconds: 25 })
  await say('vip', { rank: 'vip' })
  await engine.stop()
  await openTestEngine(functions, { ...clock, concurrency: 1 })
  await until(() => order.length === 5)
  expect(order).toEqual(['vip', 'first', 'fourth, a little sooner', 'third', 'low'])
})
