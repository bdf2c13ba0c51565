import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { emptyDatabase } from '@/lib/testing/database'
import { openTestEngine, sayEvent, stopTestEngines, until } from './testing/open-test-engine'
import { pass, SECOND, say, setClock, watchFunction } from './testing/watch-function'

beforeEach(async () => {
  await emptyDatabase()
  setClock('2026-11-21T10:00:00Z')
})
afterEach(stopTestEngines)

type Functions = Parameters<typeof openTestEngine>[0]

describe('debounce', () => {
  test('runs once with the last event, when the period has passed without one', async () => {
    const calls = await watchFunction({ debounce: { period: '10s', key: 'event.data.cart' } })
    await say('a', { cart: 1 })
    await say('other cart', { cart: 2 })
    await pass(9 * SECOND)
    await say('b', { cart: 1 })
    await pass(9 * SECOND)
    await say('c', { cart: 1 })
    await pass(9 * SECOND)
    expect(calls).toEqual(['other cart at 18'])
    await pass(1 * SECOND)
    expect(calls).toEqual(['other cart at 18', 'c at 28'])
    await say('d', { cart: 1 })
    await pass(10 * SECOND)
    expect(calls.at(-1)).toBe('d at 38')
  })

  test('does not put off for longer than its timeout', async () => {
    const calls = await watchFunction({ debounce: { period: '10s', timeout: '15s' } })
    for (const name of ['a', 'b', 'c', 'd']) {
      await say(name)
      await pass(6 * SECOND)
    }
    expect(calls).toEqual(['c at 18'])
    await pass(4 * SECOND)
    expect(calls).toEqual(['c at 18', 'd at 28'])
  })
})

describe('batchEvents', () => {
  test('gives the function all events at once, when the batch is full or its time is over', async () => {
    const calls = await watchFunction({ batchEvents: { maxSize: 3, timeout: '20s', key: 'event.data.site' } })
    for (const name of ['a', 'b', 'c', 'd']) await say(name, { site: 'A' })
    await say('other', { site: 'B' })
    await pass(0)
    expect(calls).toEqual(['a+b+c at 0'])
    await pass(19 * SECOND)
    await say('e', { site: 'A' })
    await pass(1 * SECOND)
    expect(calls.toSorted()).toEqual(['a+b+c at 0', 'd+e at 20', 'other at 20'])
  })

  test('runs an event at once and alone that its condition leaves out', async () => {
    const calls = await watchFunction({
      batchEvents: { maxSize: 3, timeout: '20s', if: 'event.data.total < 100' },
    })
    await say('small', { total: 5 })
    await say('large', { total: 500 })
    await say('small too', { total: 6 })
    await pass(0)
    expect(calls).toEqual(['large at 0'])
    await pass(20 * SECOND)
    expect(calls).toEqual(['large at 0', 'small+small too at 20'])
  })

  test('loses no event between two engines that gather and claim at the same time', async () => {
    const seen: string[] = []
    const functions: Functions = (client) => [
      client.createFunction(
        { id: 'batches', batchEvents: { maxSize: 7, timeout: '1s' }, triggers: [{ event: 'shop/placed' }] },
        ({ event, events }) => seen.push(...(events as (typeof event)[]).map(({ id }) => String(id))),
      ),
    ]
    await Promise.all([openTestEngine(functions), openTestEngine(functions)])
    for (let n = 0; n < 200; n++) await sayEvent('shop/placed', `e${n}`)
    await until(() => seen.length >= 200)
    expect(new Set(seen).size).toBe(200)
    expect(seen).toHaveLength(200)
  })
})
