import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { addWebhook } from '@/lib/downstream/add-webhook'
import { feedWebhooks } from '@/lib/downstream/feed-webhooks'
import { findWebhook } from '@/lib/downstream/queries'
import { webhookRequestSchema } from '@/lib/downstream/schema'
import { db, pool } from '@/lib/platform/db'
import { replayDeadLetter } from '@/lib/queue-health/replay-dead-letter'
import { emptyDatabase } from '@/lib/testing/database'
import { openReceiver } from '@/lib/testing/open-receiver'
import { openSite } from '@/lib/testing/owe-steps'
import { tellStock } from '@/lib/testing/say-events'
import { inngest, transport } from './client'
import { type Engine, openEngine } from './engine/open-engine'
import { until } from './engine/testing/open-test-engine'
import { introduce } from './introduce'
import { functions } from './registry'

const closers: (() => Promise<void>)[] = []
let engine: Engine | undefined

beforeAll(() => {
  // The receivers of these tests are on this machine.
  process.env.STOWLINE_DEMO = '1'
})
beforeEach(async () => {
  await emptyDatabase()
  await openSite('TEST-1')
  if (!transport) throw new Error('the tests need the embedded engine')
  await introduce()
  engine = await openEngine({ client: inngest, transport, functions })
  closers.push(feedWebhooks().stop)
})
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()))
  await engine?.stop()
})

const receiver = async (...answers: Parameters<typeof openReceiver>) => {
  const opened = await openReceiver(...answers)
  closers.push(opened.close)
  return opened
}
const subscribe = async (url: string) => {
  const request = webhookRequestSchema.parse({ url, types: ['stowline.inventory.*'] })
  const added = await addWebhook(request, null, 'key:1', new Date())
  if (added.outcome !== 'added') throw new Error(added.why)
  return added.webhook.id
}
const named = (name: string, count: number) => Array.from({ length: count }, (_, n) => `${name}${n}`)

it('sends what happens to every endpoint once, whatever another one answers', async () => {
  const [well, ill] = [await receiver(204), await receiver(500)]
  const id = await subscribe(well.url)
  await subscribe(ill.url)
  const ids = named('s', 500)
  for (let at = 0; at < ids.length; at += 50) await tellStock(ids.slice(at, at + 50))
  await until(async () => well.received.length >= ids.length || null)
  expect(well.received.map(({ body }) => JSON.parse(body).id).sort()).toEqual([...ids].sort())
  await until(async () => ill.received.length > 0 || null)
  expect(await until(async () => ((await findWebhook(id))?.owed === 0 ? 'all taken' : null))).toBe(
    'all taken',
  )
})

it('sends again what was given up, when its dead letter is replayed', async () => {
  const { url, received } = await receiver(500, 500, 204)
  const id = await subscribe(url)
  await tellStock(['a'])
  await until(async () => received.length === 1 || null)
  await until(async () => (await findWebhook(id))?.failingSince ?? null)
  await pool.query('UPDATE webhook_delivery SET attempts = 9, due_at = now()')
  const letter = await until(() => db.deadLetter.findFirst())
  await replayDeadLetter(letter.id, undefined, 'Mia')
  await until(async () => received.length === 3 || null)
  expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
}, 40_000)
