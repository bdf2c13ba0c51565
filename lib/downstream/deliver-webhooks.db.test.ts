import { Webhook as Signer } from 'standardwebhooks'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db, pool } from '@/lib/platform/db'
import { replayDeadLetter } from '@/lib/queue-health/replay-dead-letter'
import { emptyDatabase } from '@/lib/testing/database'
import { openReceiver, type Received } from '@/lib/testing/open-receiver'
import { openSite } from '@/lib/testing/owe-steps'
import { tellOrder, tellStock } from '@/lib/testing/say-events'
import { addWebhook } from './add-webhook'
import { deliverWebhooks } from './deliver-webhooks'
import { fanOutEvents } from './fan-out-events'
import { findWebhook, listDeliveries } from './queries'
import { retryDelivery } from './retry-delivery'
import { rotateSecret } from './rotate-secret'
import { webhookRequestSchema } from './schema'
import { testWebhook } from './test-webhook'

const closers: (() => Promise<void>)[] = []
beforeAll(() => {
  // The receivers of these tests are on this machine.
  process.env.STOWLINE_DEMO = '1'
})
beforeEach(async () => {
  await emptyDatabase()
  await openSite('TEST-1')
})
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()))
})

const receiver = async (...answers: Parameters<typeof openReceiver>) => {
  const opened = await openReceiver(...answers)
  closers.push(opened.close)
  return opened
}
const subscribe = async (url: string, types = ['*']) => {
  const request = webhookRequestSchema.parse({ url, types })
  const added = await addWebhook(request, null, 'key:1', new Date())
  if (added.outcome !== 'added') throw new Error(added.why)
  return added.webhook
}
const send = async (id: string) => {
  await fanOutEvents(new Date())
  return deliverWebhooks(id, 'run-1', 5_000)
}
const makeDue = () =>
  pool.query(`UPDATE webhook_delivery SET due_at = now() - interval '1 second' WHERE state = 'owed'`)
const idsOf = (received: Received[]) => received.map(({ body }) => JSON.parse(body).id)
const verify = (secret: string, { body, headers }: Received) =>
  new Signer(secret).verify(body, headers as Record<string, string>)

describe('a delivery', () => {
  it('is the CloudEvent, signed by Standard Webhooks, once', async () => {
    const { url, received } = await receiver(204)
    const { id, secret } = await subscribe(url)
    await tellOrder('1')
    await tellStock(['a'])
    await send(id)
    await send(id)
    expect(idsOf(received).sort()).toEqual(['a', 'order.placed:1'])
    for (const one of received) {
      expect(one.headers['content-type']).toMatch(/^application\/cloudevents\+json/)
      expect(verify(secret, one)).toMatchObject({ specversion: '1.0', site: 'TEST-1' })
    }
    expect(await findWebhook(id)).toMatchObject({ owed: 0, dead: 0, failingSince: null })
  })

  it('keeps its webhook-id when it is tried again, and comes once it is taken', async () => {
    const { url, received } = await receiver(500, 204)
    const { id } = await subscribe(url)
    await tellOrder('1')
    await send(id)
    expect(await findWebhook(id)).toMatchObject({ owed: 1, lastError: 'answered 500' })
    await makeDue()
    await send(id)
    expect(received).toHaveLength(2)
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(await findWebhook(id)).toMatchObject({ owed: 0, lastError: null, failingSince: null })
  })

  it('is signed by both secrets for a day after a rotation', async () => {
    const { url, received } = await receiver(204)
    const { id, secret } = await subscribe(url)
    const rotated = await rotateSecret(id, new Date())
    if (rotated.outcome !== 'rotated') throw new Error('not rotated')
    await tellOrder('1')
    await send(id)
    const [one] = received
    if (!one) throw new Error('nothing arrived')
    expect(String(one.headers['webhook-signature']).split(' ')).toHaveLength(2)
    for (const each of [secret, rotated.secret]) expect(verify(each, one)).toBeTruthy()

    await rotateSecret(id, new Date(Date.now() - 86_401_000))
    await tellOrder('2')
    await send(id)
    const two = received[1]
    if (!two) throw new Error('nothing arrived')
    expect(() => verify(secret, two)).toThrow()
    expect(String(two.headers['webhook-signature']).split(' ')).toHaveLength(1)
  })

  it('to one who says that it is gone is the last, and the house says so', async () => {
    const { url, received } = await receiver(410)
    const { id } = await subscribe(url)
    await tellOrder('1')
    await send(id)
    await tellOrder('2')
    await makeDue()
    await send(id)
    expect(received).toHaveLength(1)
    expect(await findWebhook(id)).toMatchObject({ state: 'disabled', disabledFor: 'gone' })
    expect(await db.outboxEvent.findMany({ where: { name: 'downstream/webhook.disabled' } })).toMatchObject([
      { subject: id, data: { endpointId: id, reason: 'gone' } },
    ])
  })

  it('waits as long as the receiver asks for', async () => {
    const { url, received } = await receiver({ status: 429, headers: { 'retry-after': '120' } }, 204)
    const { id } = await subscribe(url)
    await tellOrder('1')
    const before = Date.now()
    await send(id)
    const { throttledUntil } = (await findWebhook(id)) ?? {}
    expect(Date.parse(throttledUntil ?? '') - before).toBeGreaterThanOrEqual(120_000)
    await tellOrder('2')
    await send(id)
    expect(received).toHaveLength(1)
    await pool.query('UPDATE webhook_endpoint SET throttled_until = now()')
    await makeDue()
    await send(id)
    expect(idsOf(received).sort()).toEqual(['order.placed:1', 'order.placed:1', 'order.placed:2'])
  })

  it('follows no redirect', async () => {
    const inner = await receiver(204)
    const { url } = await receiver({ status: 302, headers: { location: inner.url } })
    const { id } = await subscribe(url)
    await tellOrder('1')
    await send(id)
    expect(inner.received).toEqual([])
    expect(await findWebhook(id)).toMatchObject({ owed: 1, lastError: 'answered 302' })
  })

  it('is a dead letter after its last attempt, and a replay of that owes it again', async () => {
    const { url, received } = await receiver(500, 204)
    const { id } = await subscribe(url)
    await tellOrder('1')
    await fanOutEvents(new Date())
    await pool.query('UPDATE webhook_delivery SET attempts = 9')
    await send(id)
    const letter = await db.deadLetter.findFirstOrThrow()
    expect(letter).toMatchObject({
      kind: 'webhook',
      queue: 'downstream-webhooks',
      subject: url,
      attempts: 10,
    })
    expect(await findWebhook(id)).toMatchObject({ owed: 0, dead: 1 })

    expect(await replayDeadLetter(letter.id, undefined, 'Mia')).toEqual({ outcome: 'replaying' })
    const said = await db.outboxEvent.findFirstOrThrow({ where: { name: 'downstream/delivery.redriven' } })
    const { deliveryId } = said.data as { deliveryId: string }
    expect(await retryDelivery(deliveryId, null, null)).toEqual({ outcome: 'owed' })
    await send(id)
    expect(received).toHaveLength(2)
    expect(await listDeliveries(id, { limit: 10 })).toMatchObject({
      items: [{ state: 'delivered', attempts: 1 }],
    })
  })

  it('that a person retries closes its dead letter, and dying again it is the same letter', async () => {
    const { url, received } = await receiver(500, 500, 204)
    const { id } = await subscribe(url)
    await tellOrder('1')
    await fanOutEvents(new Date())
    await pool.query('UPDATE webhook_delivery SET attempts = 9')
    await send(id)
    const { items } = await listDeliveries(id, { limit: 10 })
    const deliveryId = items[0]?.id ?? ''
    const letters = () => db.deadLetter.findMany({ select: { state: true, history: true } })
    expect(await letters()).toMatchObject([{ state: 'dead' }])
    expect(await retryDelivery(deliveryId, '019a0000-0000-7000-8000-000000000000', 'Mia')).toEqual({
      outcome: 'not-found',
    })
    expect(await letters()).toMatchObject([{ state: 'dead' }])
    expect(await retryDelivery(deliveryId, id, 'Mia')).toEqual({ outcome: 'owed' })
    const tried = { what: 'tried again', by: 'Mia' }
    expect(await letters()).toMatchObject([{ state: 'replayed', history: [{ what: 'died' }, tried] }])

    await pool.query('UPDATE webhook_delivery SET attempts = 9')
    await send(id)
    expect(await letters()).toMatchObject([
      { state: 'dead', history: [{ what: 'died' }, tried, { what: 'died' }] },
    ])
    await retryDelivery(deliveryId, id, 'Mia')
    await send(id)
    expect(received).toHaveLength(3)
    expect(await letters()).toMatchObject([{ state: 'replayed' }])
  })

  it('that keeps failing is asked one at a time, and five days of it end it', async () => {
    const { url, received } = await receiver(500)
    const { id } = await subscribe(url)
    await tellStock(Array.from({ length: 40 }, (_, n) => `s${n}`))
    await send(id)
    const first = received.length
    // Eight in a row, and what was on the way beside them.
    expect(first).toBeLessThan(16)
    await pool.query('UPDATE webhook_endpoint SET throttled_until = now()')
    await send(id)
    expect(received).toHaveLength(first + 1)
    await pool.query(
      `UPDATE webhook_endpoint SET throttled_until = now(), failing_since = now() - interval '5 days'`,
    )
    await send(id)
    expect(await findWebhook(id)).toMatchObject({ state: 'disabled', disabledFor: 'failing' })
  })

  it('is sent by one run at a time', async () => {
    const { url, received } = await receiver(204)
    const { id } = await subscribe(url)
    await tellStock(Array.from({ length: 300 }, (_, n) => `s${n}`))
    await fanOutEvents(new Date())
    await Promise.all(['a', 'b', 'c'].map((run) => deliverWebhooks(id, run, 10_000)))
    expect(received).toHaveLength(300)
    expect(new Set(idsOf(received)).size).toBe(300)
  })
})

it('is tested with an event of its own', async () => {
  const { url, received } = await receiver(204, 404)
  const { id, secret } = await subscribe(url)
  expect(await testWebhook(id, new Date())).toEqual({ arrived: true, status: 204, error: null })
  expect(await testWebhook(id, new Date())).toEqual({ arrived: false, status: 404, error: 'answered 404' })
  const [one] = received
  expect(one && verify(secret, one)).toMatchObject({ type: 'stowline.webhooks.test.v1' })
})
