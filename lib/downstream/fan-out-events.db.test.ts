import type { PoolClient } from 'pg'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { db, pool } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { SHOP, stockShop } from '@/lib/testing/open-shop'
import { tellOrder, tellStock } from '@/lib/testing/say-events'
import { addWebhook } from './add-webhook'
import { changeWebhook } from './change-webhook'
import { fanOutEvents } from './fan-out-events'
import { forgetOldEvents } from './forget-old-events'
import { listEventDeliveries } from './queries'
import { replayEvents } from './replay-events'
import { webhookRequestSchema } from './schema'

beforeAll(() => {
  process.env.STOWLINE_DEMO = '1'
})
beforeEach(emptyDatabase)

const url = 'http://127.0.0.1:9/hook'
const subscribe = async (more: object = {}, siteId: string | null = null) => {
  const request = webhookRequestSchema.parse({ url, types: ['*'], ...more })
  const added = await addWebhook(request, siteId, 'key:1', new Date())
  if (added.outcome !== 'added') throw new Error(added.why)
  return added.webhook.id
}
const fanOut = async () => {
  while ((await fanOutEvents(new Date())).more);
}
/** What each endpoint is owed: event ids, in order. */
async function owed(endpointId: string): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT coalesce(o.event_id, e.event_id, d.subject) AS id FROM webhook_delivery d
     LEFT JOIN outbox_event o ON d.kind = 0 AND o.id = d.row_id LEFT JOIN inventory_event e ON d.kind = 1 AND e.id = d.row_id
     WHERE d.endpoint_id = $1 ORDER BY d.id`,
    [endpointId],
  )
  return rows.map(({ id }) => id)
}
const named = (name: string, count: number) => Array.from({ length: count }, (_, n) => `${name}${n}`)

it('owes each event once, however many dispatchers there are', async () => {
  const [a, b] = [await subscribe(), await subscribe({ types: ['stowline.inventory.*'] })]
  const ids = named('s', 500)
  const dispatchers = Array.from({ length: 4 }, async () => {
    for (let round = 0; round < 40; round++) await fanOutEvents(new Date())
  })
  for (let at = 0; at < ids.length; at += 10) await tellStock(ids.slice(at, at + 10))
  await Promise.all(dispatchers)
  await fanOut()
  expect(await owed(a)).toEqual(ids)
  expect(await owed(b)).toEqual(ids)
})

it('makes no row for what nobody asked for, by type or by site', async () => {
  const orders = await subscribe({ types: ['stowline.orders.placed.v1'] })
  const site = await subscribe({}, 'TEST-2')
  await tellStock(['a'])
  await tellOrder('1')
  await tellStock(['b'], 'TEST-2')
  await fanOut()
  expect(await owed(orders)).toEqual(['order.placed:1'])
  expect(await owed(site)).toEqual(['b'])
})

it('misses nothing of a transaction that was open while a subscriber began, and of one that is long', async () => {
  const slow = await pool.connect()
  await slow.query('BEGIN')
  await tellStock(['slow'], 'TEST-1', slow)
  await tellStock(['before'])
  const id = await subscribe()
  await tellStock(['quick'])
  await fanOut()
  expect(await owed(id)).toEqual([])
  await slow.query('COMMIT')
  slow.release()
  await fanOut()
  expect(await owed(id)).toEqual(['slow', 'quick'])
})

it('starts with the stock and goes on with exactly what that did not know', async () => {
  await stockShop({ MILK: [0] })
  const sell = async (client: PoolClient, id: string) => {
    await tellStock([id], SHOP, client)
    await client.query('UPDATE stock_line SET on_hand = on_hand + 1')
  }
  // Writers go on all the time, some of them slowly, while the subscriber begins.
  let writing = true
  let told = 0
  const writers = [0, 1, 2].map(async (writer) => {
    while (writing) {
      const client = await pool.connect()
      await client.query('BEGIN')
      await client.query('SELECT txid_current()')
      if (writer === 0) await client.query('SELECT pg_sleep(0.005)')
      await sell(client, `w${told++}`)
      await client.query('COMMIT')
      client.release()
    }
  })
  const subscribers: string[] = []
  while (told < 100) await new Promise(setImmediate)
  for (let n = 0; n < 5; n++) subscribers.push(await subscribe({ from: 'snapshot' }))
  writing = false
  await Promise.all(writers)
  await fanOut()
  const total = (await db.stockLine.findFirstOrThrow()).onHand
  expect(total).toBe(told)
  for (const id of subscribers) {
    const snapshot = await db.webhookDelivery.findFirstOrThrow({ where: { endpointId: id, kind: 2 } })
    const { data } = snapshot.body as { data: { onHand: number; bins: { bin: string; onHand: number }[] } }
    const followed = (await owed(id)).slice(1)
    expect(new Set(followed).size).toBe(followed.length)
    expect(data.onHand + followed.length).toBe(total)
    expect(data.bins).toMatchObject([{ bin: 'A01-1-A1', onHand: data.onHand }])
  }
})

it('starts at a time in the past, and replays between two', async () => {
  const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000)
  await tellStock(['old'], 'TEST-1', pool, ago(48))
  await tellStock(['yesterday'], 'TEST-1', pool, ago(24))
  await tellStock(['today'])
  const id = await subscribe({ from: ago(30).toISOString() })
  await fanOut()
  expect(await owed(id)).toEqual(['yesterday', 'today'])
  expect(await replayEvents(id, ago(72), ago(12))).toEqual({ outcome: 'replaying' })
  await tellStock(['new'])
  await fanOut()
  expect(await owed(id)).toEqual(['yesterday', 'today', 'new', 'old', 'yesterday'])
  expect(await db.webhookFeed.count()).toBe(1)
})

it('gives a paused endpoint what it missed when it goes on', async () => {
  const id = await subscribe()
  await changeWebhook(id, { url, types: ['*'], paused: true })
  await tellStock(['a', 'b'])
  await fanOut()
  expect(await owed(id)).toEqual([])
  await changeWebhook(id, { url, types: ['*'], paused: false })
  await fanOut()
  expect(await owed(id)).toEqual(['a', 'b'])
})

it('leaves in the feed what an endpoint does not take', async () => {
  const id = await subscribe()
  await tellStock(named('s', 5_000))
  await fanOut()
  const waiting = await owed(id)
  expect(waiting.length).toBeGreaterThanOrEqual(2_000)
  expect(waiting.length).toBeLessThan(5_000)
  await pool.query(`UPDATE webhook_delivery SET state = 'delivered'`)
  await fanOut()
  await pool.query(`UPDATE webhook_delivery SET state = 'delivered'`)
  await fanOut()
  expect(await owed(id)).toEqual(named('s', 5_000))
})

it('forgets what is old, relayed, given to every endpoint and owed to none', async () => {
  const age = () =>
    pool.query(`UPDATE outbox_event SET occurred_at = now() - interval '31 days', relayed_at = now()`)
  const left = async () =>
    (await db.outboxEvent.findMany({ orderBy: { id: 'asc' } })).map(({ subject }) => subject)
  await tellOrder('1')
  const id = await subscribe()
  await tellOrder('2')
  await tellOrder('3')
  await age()
  await pool.query(`UPDATE outbox_event SET relayed_at = NULL WHERE subject = '1'`)
  expect(await forgetOldEvents(new Date())).toEqual({ events: 0, deliveries: 0 })
  await pool.query('UPDATE outbox_event SET relayed_at = now()')
  expect(await forgetOldEvents(new Date())).toEqual({ events: 1, deliveries: 0 })

  await fanOut()
  await tellOrder('4')
  await fanOut()
  await age()
  await forgetOldEvents(new Date())
  expect(await left()).toEqual(expect.arrayContaining(['2', '3', '4']))
  await pool.query(
    `UPDATE webhook_delivery SET state = 'delivered', created_at = now() - interval '31 days' WHERE subject <> '4'`,
  )
  expect(await forgetOldEvents(new Date())).toMatchObject({ deliveries: 2 })
  expect(await left()).toEqual(['4'])
  expect(await forgetOldEvents(new Date())).toEqual({ events: 0, deliveries: 0 })
  expect(id).toBeTruthy()
})

it('tells of an event of the ledger whom it went to, and of webhooks of all sites only who may know all', async () => {
  const everywhere = await subscribe()
  const here = await subscribe({ url: 'http://127.0.0.1:9/shop' }, 'TEST-1')
  await subscribe({}, 'TEST-2')
  await tellStock(['a', 'b'])
  await tellOrder('1')
  await fanOut()
  const event = { source: '/till/1', id: 'a' }
  const owed = { host: '127.0.0.1:9', state: 'owed', attempts: 0, lastStatus: null, at: expect.any(String) }
  expect(await listEventDeliveries(event, 'all')).toEqual(
    expect.arrayContaining([
      { webhook: everywhere, ...owed },
      { webhook: here, ...owed },
    ]),
  )
  expect(await listEventDeliveries(event, ['TEST-1'])).toEqual([{ webhook: here, ...owed }])
  expect(await listEventDeliveries({ ...event, id: 'c' }, 'all')).toEqual([])
})
