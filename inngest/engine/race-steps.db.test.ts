import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { pool } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { endedRun, openTestEngine, sayEvent, stopTestEngines, until } from './testing/open-test-engine'

beforeEach(emptyDatabase)
afterEach(stopTestEngines)

const on = (event: string) => ({ triggers: [{ event }] })

describe('a race of steps', () => {
  test('goes on with the first; the run ends when the others have ended, as the SDK wants it', async () => {
    const ran: string[] = []
    let time = Date.parse('2026-11-21T10:00:00Z')
    await openTestEngine(
      (client) => [
        client.createFunction({ id: 'race', ...on('shop/placed') }, async ({ step, group }) => {
          const winner = await group.parallel({ mode: 'race' }, () =>
            Promise.race([
              step.run('quick', () => ran.push('quick') && 'quick'),
              step.sleep('slow', '9d').then(() => 'slow'),
              step.waitForEvent('paid', { event: 'shop/paid', timeout: '8d' }).then(() => 'paid'),
            ]),
          )
          const next = await step.run('next', () => ran.push('next') && `then ${winner}`)
          return step.run('last', () => ran.push('last') && next)
        }),
      ],
      { now: () => new Date(time), leaseMs: 1e9 },
    )
    await sayEvent('shop/placed', 'e1', {}, new Date(time))
    await until(() => ran.includes('last'))
    await until(async () => (await pool.query('SELECT FROM engine_job')).rowCount === 2)
    time += 9 * 86_400_000
    expect(await endedRun('shop-race')).toMatchObject({ status: 'completed', output: 'then quick' })
    expect(ran).toEqual(['quick', 'next', 'last'])
  })

  test('is decided by an event as well, and what comes after it is done once', async () => {
    const ran: string[] = []
    const functions: Parameters<typeof openTestEngine>[0] = (client) => [
      client.createFunction({ id: 'race', ...on('shop/placed') }, async ({ step, group, runId }) => {
        const winner = await group.parallel({ mode: 'race' }, () =>
          Promise.race(
            ['paid', 'cancelled', 'paid'].map((name, n) =>
              step
                .waitForEvent(`${name}-${n}`, { event: `shop/${name}`, timeout: '9d', match: 'data.n' })
                .then(() => name),
            ),
          ),
        )
        await step.run('next', () => ran.push(runId))
        return winner
      }),
    ]
    await openTestEngine(functions)
    await openTestEngine(functions)
    for (let n = 0; n < 8; n++) await sayEvent('shop/placed', `e${n}`, { n })
    await until(async () => (await pool.query('SELECT FROM engine_wait')).rowCount === 24)
    // Several steps of each race end at nearly the same time.
    for (let n = 0; n < 8; n++) {
      await sayEvent('shop/paid', `p${n}`, { n })
      await sayEvent('shop/cancelled', `c${n}`, { n })
    }
    await until(
      async () => (await pool.query("SELECT FROM engine_run WHERE status = 'completed'")).rowCount === 8,
    )
    expect(ran).toHaveLength(8)
    expect(new Set(ran).size).toBe(8)
  })
})
