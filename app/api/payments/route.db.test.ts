import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { placeOrder } from '@/lib/orders/place-order'
import { oweMovement } from '@/lib/payments/owe-movement'
import { reconcilePayments } from '@/lib/payments/reconcile-payments'
import { settleMovements } from '@/lib/payments/settle-movements'
import { db, pool } from '@/lib/platform/db'
import { makeWebhookSecret } from '@/lib/platform/make-webhook-secret'
import { createApiKey } from '@/lib/sites/create-api-key'
import type { Scope } from '@/lib/sites/schema'
import { emptyDatabase } from '@/lib/testing/database'
import { openTestSandbox, orderOf, SHOP, stockShop } from '@/lib/testing/open-shop'
import { POST as reconcile } from './reconcile/route'
import { GET as list } from './reconciliations/route'
import { POST as hear } from './webhooks/[provider]/route'

const SECRET = makeWebhookSecret()
let sandbox: Awaited<ReturnType<typeof openTestSandbox>>
beforeAll(async () => {
  sandbox = await openTestSandbox()
  process.env.PAYMENT_SANDBOX_SECRET = SECRET
})
afterAll(() => sandbox.close())
beforeEach(async () => {
  await emptyDatabase()
  await stockShop({ MILK: [100] })
})

const ADDRESS = 'http://localhost/api/payments'
const none = { params: Promise.resolve({}) }

describe('a webhook', () => {
  async function tell(orderNumber: string, secret = SECRET, provider = 'sandbox'): Promise<number> {
    const body = JSON.stringify({ type: 'payment.capture', data: { reference: orderNumber } })
    const now = new Date()
    const headers = {
      'webhook-id': 'evt_1',
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign('evt_1', now, body),
    }
    const request = new Request(`${ADDRESS}/webhooks/${provider}`, { method: 'POST', headers, body })
    return (await hear(request, { params: Promise.resolve({ provider }) })).status
  }
  const heard = () => db.outboxEvent.count({ where: { eventId: { startsWith: 'movement.heard' } } })

  async function unanswered(): Promise<string> {
    const client = { clientId: 'key:test', key: 'one', traceparent: null }
    const placing = await placeOrder(orderOf({ MILK: 4 }), client)
    const { orderNumber } = JSON.parse(placing.outcome === 'answered' ? placing.body : '{}')
    const id = `${orderNumber}/capture/1`
    const connection = await pool.connect()
    await oweMovement(connection, { id, orderNumber, site: SHOP, kind: 'capture', amountMinor: 400 })
    connection.release()
    const dueAt = new Date(Date.now() + 300_000)
    await db.paymentMovement.update({ where: { id }, data: { dueAt, lastError: 'no answer', attempts: 1 } })
    return orderNumber
  }

  it('has what was not answered asked for at once, told twice no more than once', async () => {
    const orderNumber = await unanswered()
    expect(await settleMovements(orderNumber)).toEqual({ settled: 0, owed: 1 })
    expect([await tell(orderNumber), await tell(orderNumber)]).toEqual([204, 204])
    expect(await heard()).toBe(1)
    expect(await settleMovements(orderNumber)).toEqual({ settled: 1, owed: 0 })
    expect(await tell(orderNumber)).toBe(204)
    expect(await heard()).toBe(1)
  })

  it('about nothing that we owe changes nothing', async () => {
    expect(await tell('nobody')).toBe(204)
    expect(await heard()).toBe(0)
  })

  it('signed by somebody else, or of a provider that we do not use, is refused', async () => {
    const orderNumber = await unanswered()
    expect(await tell(orderNumber, makeWebhookSecret())).toBe(400)
    expect(await tell(orderNumber, SECRET, 'stripe')).toBe(404)
    expect(await heard()).toBe(0)
  })

  it('too long is refused unread', async () => {
    const request = new Request(`${ADDRESS}/webhooks/sandbox`, { method: 'POST', body: 'x'.repeat(300_000) })
    expect((await hear(request, { params: Promise.resolve({ provider: 'sandbox' }) })).status).toBe(413)
  })
})

describe('reconciling on demand', () => {
  async function ask(scopes: Scope[], body: object) {
    const { key } = await createApiKey({ name: 'office', scopes, siteId: null })
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
    const init = { method: 'POST', headers, body: JSON.stringify(body) }
    const begun = await reconcile(new Request(`${ADDRESS}/reconcile`, init), none)
    const page = await list(new Request(`${ADDRESS}/reconciliations?limit=1`, { headers }), none)
    return { status: begun.status, begun: await begun.json(), page: await page.json() }
  }

  it('is begun, carried out and shown, and lands in the audit log', async () => {
    const { status, begun, page } = await ask(['all'], {})
    expect(status).toBe(202)
    expect(page).toMatchObject({ items: [{ id: begun.id, state: 'running' }], nextCursor: null })
    expect(await reconcilePayments(begun.id)).toMatchObject({ outcome: 'done' })
    expect(await db.auditEntry.findFirst()).toMatchObject({ action: 'reconcilePayments', subject: begun.id })
  })

  it('is not for whoever may only read, nor for a period that ends before it begins', async () => {
    expect(await ask(['read'], {})).toMatchObject({ status: 403 })
    const backwards = { from: '2026-11-20T00:00:00Z', until: '2026-11-19T00:00:00Z' }
    expect(await ask(['all'], backwards)).toMatchObject({ status: 400 })
  })
})
