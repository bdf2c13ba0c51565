import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { emptyDatabase } from '@/lib/testing/database'
import { listRuns, openTestEngine, stopTestEngines } from './testing/open-test-engine'
import { clock, HOUR, pass, SECOND, say, setClock, watchFunction } from './testing/watch-function'

beforeEach(async () => {
  await emptyDatabase()
  setClock('2026-11-21T10:00:00Z')
})
afterEach(stopTestEngines)

type Functions = Parameters<typeof openTestEngine>[0]

test('rateLimit lets as many pass as its limit, skips what comes above it, and gives way again evenly', async () => {
  const calls = await watchFunction({ rateLimit: { limit: 2, period: '10s', key: 'event.data.site' } })
  for (const name of ['a', 'b', 'c']) await say(name, { site: 'A' })
  await say('other', { site: 'B' })
  await pass(4 * SECOND)
  await say('too early', { site: 'A' })
  await pass(1 * SECOND)
  await say('d', { site: 'A' })
  await say('e', { site: 'A' })
  await pass(0)
  expect(calls.toSorted()).toEqual(['a at 0', 'b at 0', 'd at 5', 'other at 0'])
  expect(await listRuns()).toHaveLength(4)
})

test('idempotency starts one run for a key in 24 hours', async () => {
  const calls = await watchFunction({ idempotency: "event.data.cart + '-' + event.data.step" })
  await say('a', { cart: 7, step: 'pay' })
  await say('again', { cart: 7, step: 'pay' })
  await say('b', { cart: 7, step: 'ship' })
  await pass(23 * HOUR)
  await say('still remembered', { cart: 7, step: 'pay' })
  await pass(1 * HOUR)
  await say('forgotten', { cart: 7, step: 'pay' })
  await pass(0)
  expect(calls.toSorted()).toEqual(['a at 0', 'b at 0', 'forgotten at 86400'])
})

test('throttle delays starts to one every so often, after a burst, and loses none', async () => {
  const calls = await watchFunction({
    throttle: { limit: 6, period: '1m', burst: 2, key: 'event.data.site' },
  })
  for (const name of ['a', 'b', 'c', 'd']) await say(name, { site: 'A' })
  await say('other', { site: 'B' })
  for (let second = 0; second < 30; second += 5) await pass(5 * SECOND)
  expect(calls.toSorted()).toEqual(['a at 0', 'b at 0', 'c at 10', 'd at 20', 'other at 0'])
})

describe('singleton', () => {
  const waits: Functions = (client) => [
    client.createFunction(
      {
        id: 'watched',
        singleton: { key: 'event.data.cart', mode: 'skip' },
        triggers: [{ event: 'shop/placed' }],
      },
      ({ step }) => step.sleep('long', '1h'),
    ),
  ]

  test('skips what comes while a run of its key is active', async () => {
    await openTestEngine(waits, clock)
    await say('a', { cart: 1 })
    await say('b', { cart: 1 })
    await say('c', { cart: 2 })
    await pass(0)
    expect((await listRuns()).map((run) => run.idempotency_key)).toEqual(['a', 'c'])
    await pass(1 * HOUR)
    await say('d', { cart: 1 })
    await pass(0)
    expect((await listRuns()).map((run) => run.idempotency_key)).toEqual(['a', 'c', 'd'])
  })

  test('cancels the active run for a newer one, if told to', async () => {
    await openTestEngine(
      (client) => [
        client.createFunction(
          {
            id: 'watched',
            singleton: { key: 'event.data.cart', mode: 'cancel' },
            triggers: [{ event: 'shop/placed' }],
          },
          ({ step }) => step.sleep('long', '1h'),
        ),
      ],
      clock,
    )
    await say('a', { cart: 1 })
    await say('other', { cart: 2 })
    await pass(60 * SECOND)
    await say('b', { cart: 1 })
    await pass(0)
    const runs = (await listRuns()).map(({ idempotency_key, status }) => `${idempotency_key} ${status}`)
    expect(runs).toEqual(['a cancelled', 'other active', 'b active'])
  })

  test('holds for schedules too', async () => {
    await openTestEngine(
      (client) => [
        client.createFunction(
          { id: 'sweep', singleton: { mode: 'skip' }, triggers: [{ cron: '* * * * *' }] },
          ({ step }) => step.sleep('long', '75s'),
        ),
      ],
      clock,
    )
    for (let half = 0; half < 8; half++) await pass(30 * SECOND)
    expect((await listRuns()).map((run) => run.idempotency_key)).toEqual([
      '2026-11-21T10:01:00.000Z',
      '2026-11-21T10:03:00.000Z',
    ])
  })
})
