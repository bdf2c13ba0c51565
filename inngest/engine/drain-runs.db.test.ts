import { NonRetriableError } from 'inngest'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { pool } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { hasUnfinishedRuns } from './has-unfinished-runs'
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

let mailIsDown = true
const done: string[] = []

type Client = Awaited<ReturnType<typeof openTestEngine>>['client']

const shop = (client: Client) => [
  client.createFunction(
    { id: 'mail', retries: 20, triggers: [{ event: 'shop/placed' }] },
    async ({ step, event }) => {
      await step.run('send', () => {
        if (mailIsDown) throw new Error('the mail server is down')
        done.push(`mail ${event.id}`)
      })
    },
  ),
  client.createFunction(
    {
      id: 'pack',
      retries: 20,
      triggers: [{ event: 'shop/placed' }],
      onFailure: async () => void done.push('gave up packing'),
    },
    async ({ step }) => {
      await step.run('pack', () => {
        if (mailIsDown) throw new Error('no label')
        throw new NonRetriableError('no such box')
      })
    },
  ),
  client.createFunction({ id: 'nightly', triggers: [{ cron: '0 3 * * *' }] }, async () => {}),
]

it('ends what was begun, failures and all, and begins nothing', async () => {
  const { engine } = await openTestEngine(shop, { backoff: { delaysMs: [50], jitterMs: 0 } })
  await sayEvent('shop/placed', 'old')
  await until(async () => (await listRuns()).length === 2)
  expect(await hasUnfinishedRuns()).toBe(true)
  await engine.stop()
  await sayEvent('shop/placed', 'new')

  mailIsDown = false
  await openTestEngine(shop, { drainOnly: true })
  expect(await endedRun('shop-mail')).toMatchObject({ status: 'completed' })
  expect(await endedRun('shop-pack-failure')).toMatchObject({ status: 'completed' })
  await until(async () => !(await hasUnfinishedRuns()))
  expect(done.sort()).toEqual(['gave up packing', 'mail old'])
  const waiting = await pool.query('SELECT event_id FROM outbox_event WHERE relayed_at IS NULL')
  expect(waiting.rows).toEqual([{ event_id: 'new' }])
  expect((await pool.query('SELECT FROM engine_job')).rowCount).toBe(0)
})
