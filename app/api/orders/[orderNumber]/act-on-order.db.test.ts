import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { archiveOrders } from '@/lib/orders/archive-orders'
import { db } from '@/lib/platform/db'
import { createApiKey } from '@/lib/sites/create-api-key'
import { emptyDatabase } from '@/lib/testing/database'
import { openBelts } from '@/lib/testing/open-belts'
import { openPickShop, orderToPick } from '@/lib/testing/open-pick-shop'
import { openTestSandbox, SHOP } from '@/lib/testing/open-shop'
import { beginTourOf, packTote, walkTour } from '@/lib/testing/walk-orders'
import * as handOver from '../../parcels/[parcel]/hand-over/route'
import * as label from '../../parcels/[parcel]/label/route'
import * as address from './address/route'
import * as cancel from './cancel/route'
import * as refund from './refund/route'
import * as returns from './returns/route'
import * as shipShort from './ship-short/route'

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>
const SCOPES = ['orders', 'scans', 'read'] as const

let sandbox: Awaited<ReturnType<typeof openTestSandbox>>
let keys: Map<string, string>
let order: string
beforeAll(async () => {
  sandbox = await openTestSandbox()
})
afterAll(() => sandbox.close())
beforeEach(async () => {
  await emptyDatabase()
  await openPickShop([{ sku: 'MILK', bin: 'A01-01-A1', quantity: 10 }])
  await openBelts()
  keys = new Map()
  for (const scope of SCOPES)
    keys.set(scope, (await createApiKey({ name: 'test', scopes: [scope], siteId: SHOP })).key)
  order = await orderToPick({ MILK: 3 })
})

type Ask = { key?: (typeof SCOPES)[number]; params?: Record<string, string>; body?: unknown }

async function ask(handler: Handler, method: string, { key = 'orders', params, body }: Ask = {}) {
  const request = new Request('http://house.test/', {
    method,
    headers: { authorization: `Bearer ${keys.get(key)}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return handler(request, { params: Promise.resolve(params ?? { orderNumber: order }) })
}
async function told(response: Promise<Response>) {
  const answer = await response
  return { status: answer.status, body: await answer.json() }
}
const reason = 'ordered twice'

it('cancels an order, answers what it is then, and writes down who and why', async () => {
  const cancelled = { status: 200, body: { orderNumber: order, status: 'cancelled' } }
  expect(await told(ask(cancel.POST, 'POST', { body: { reason } }))).toMatchObject(cancelled)
  expect(await told(ask(cancel.POST, 'POST', { body: { reason } }))).toMatchObject(cancelled)
  expect(await db.auditEntry.findFirst({ where: { action: 'cancelOrder' } })).toMatchObject({
    ...{ outcome: 'allowed', subject: `${order}: ordered twice`, siteId: SHOP },
  })
  const late = { reason, operationId: 'a' }
  expect(await told(ask(refund.POST, 'POST', { body: late }))).toMatchObject({
    ...{ status: 409, body: { detail: expect.stringMatching(/there is nothing to give back/) } },
  })
  expect(await db.auditEntry.count({ where: { action: 'refundOrder', outcome: 'refused' } })).toBe(1)
})

it('sends an order to another address, and ships short only what is short', async () => {
  const body = { line1: '2 New Street', city: 'Kiel', postalCode: '24103', country: 'DE' }
  expect(await told(ask(address.PUT, 'PUT', { body }))).toMatchObject({
    status: 200,
    body: { status: 'placed' },
  })
  expect((await told(ask(address.PUT, 'PUT', { body: { ...body, country: 'Germany' } }))).status).toBe(400)
  expect((await told(ask(shipShort.POST, 'POST', { body: { reason } }))).status).toBe(200)
})

it('hands a parcel over, refunds and takes back what is in it, and draws its label', async () => {
  const tour = await beginTourOf()
  if (!tour) throw new Error('there is no tour')
  await walkTour(tour)
  const parcel = (await packTote(tour.totes[0]?.tote ?? '')) ?? ''
  const params = { parcel }
  for (let run = 0; run < 2; run++)
    expect(await told(ask(handOver.POST, 'POST', { key: 'scans', params }))).toEqual({
      ...{ status: 200, body: { parcel, orderNumber: order } },
    })
  const part = { reason, operationId: 'a', amount: { amount: 100, currency: 'EUR' } }
  expect(await told(ask(refund.POST, 'POST', { body: part }))).toMatchObject({ body: { status: 'shipped' } })
  const other = { ...part, amount: { amount: 200, currency: 'EUR' } }
  expect((await told(ask(refund.POST, 'POST', { body: other }))).status).toBe(422)
  const back = { reason, operationId: 'b', lines: [{ sku: 'MILK', quantity: 3 }] }
  expect(await told(ask(returns.POST, 'POST', { body: back }))).toMatchObject({
    body: { status: 'returned' },
  })

  await db.order.updateMany({ data: { customerName: 'Ada <b>&"' } })
  const drawn = await ask(label.GET, 'GET', { key: 'scans', params: { parcel: `(00)${parcel}` } })
  expect(drawn.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8')
  const svg = await drawn.text()
  expect(svg).toContain('Ada &lt;b&gt;&amp;&quot;')
  expect(svg).toContain(`(00) ${parcel}`)
})

it('lets in who may', async () => {
  const body = { reason }
  expect((await ask(cancel.POST, 'POST', { key: 'read', body })).status).toBe(403)
  expect((await ask(cancel.POST, 'POST', { body, params: { orderNumber: '1-NONE' } })).status).toBe(404)
  expect((await ask(refund.POST, 'POST', { body })).status).toBe(400)
  expect((await ask(handOver.POST, 'POST', { key: 'read', params: { parcel: '1' } })).status).toBe(403)
  expect((await ask(handOver.POST, 'POST', { key: 'scans', params: { parcel: '1' } })).status).toBe(404)
  expect((await ask(label.GET, 'GET', { key: 'scans', params: { parcel: '1' } })).status).toBe(404)
})

it('refuses to act on an archived order, in clear words', async () => {
  await db.order.update({ where: { number: order }, data: { status: 'shipped' } })
  await db.stockHold.updateMany({ data: { state: 'picked' } })
  await db.orderStep.updateMany({ data: { state: 'done' } })
  await db.paymentMovement.deleteMany({ where: { state: 'owed' } })
  expect(await archiveOrders(SHOP, new Date('2100-01-01T00:00:00Z'))).toEqual({ moved: 1 })
  expect(await told(ask(refund.POST, 'POST', { body: { reason, operationId: 'a' } }))).toMatchObject({
    status: 409,
    body: {
      title: 'Archived',
      detail: `Order ${order} was over long ago and is archived: it can be read, but not changed.`,
    },
  })
})
