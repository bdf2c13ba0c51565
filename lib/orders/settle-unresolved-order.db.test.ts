import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { openTestSandbox, orderOf, stockShop } from '@/lib/testing/open-shop'
import { beginOrder } from './begin-order'
import { placeOrder } from './place-order'
import { settleUnresolvedOrder } from './settle-unresolved-order'

let sandbox: Awaited<ReturnType<typeof openTestSandbox>>
beforeAll(async () => {
  sandbox = await openTestSandbox()
})
afterAll(() => sandbox.close())
beforeEach(() => emptyDatabase())

const client = (key: string) => ({ clientId: 'key:test', key, traceparent: null })
const makeDue = () => db.order.updateMany({ data: { settleAt: new Date(0) } })

/** An order whose process died right after holding the stock. */
async function abandoned(token: string): Promise<string> {
  await stockShop({ MILK: [5] })
  const begun = await beginOrder(orderOf({ MILK: 2 }, token), client('abandoned'))
  await makeDue()
  return begun.outcome === 'begun' ? begun.orderNumber : ''
}

it('finishes an order whose charge was answered to nobody, and keeps its 202', {
  timeout: 20_000,
}, async () => {
  await stockShop({ MILK: [5] })
  const request = orderOf({ MILK: 2 }, 'tok_lost')
  const placing = await placeOrder(request, client('lost'))
  expect(placing).toMatchObject({ outcome: 'answered', status: 202 })
  const orderNumber = JSON.parse(placing.outcome === 'answered' ? placing.body : '{}').orderNumber
  expect(await settleUnresolvedOrder(orderNumber)).toEqual({ outcome: 'settled' })
  expect(await db.order.findUnique({ where: { number: orderNumber } })).toMatchObject({
    status: 'placed',
    paymentToken: null,
  })
  expect((await sandbox.authorizations()).filter((one) => one.reference === orderNumber)).toHaveLength(1)
  expect(await placeOrder(request, client('lost'))).toMatchObject({ status: 202, replayed: true })
})

it('charges for a request that died before it could, and answers its repeat', async () => {
  const orderNumber = await abandoned('tok_ok')
  expect(await placeOrder(orderOf({ MILK: 2 }), client('abandoned'))).toEqual({ outcome: 'in-flight' })
  expect(await settleUnresolvedOrder(orderNumber)).toEqual({ outcome: 'settled' })
  expect(await placeOrder(orderOf({ MILK: 2 }), client('abandoned'))).toMatchObject({
    status: 201,
    replayed: true,
  })
})

it('settles once when eight workers try at the same moment', async () => {
  const orderNumber = await abandoned('tok_ok')
  await Promise.all(Array.from({ length: 8 }, () => settleUnresolvedOrder(orderNumber)))
  expect(await db.orderStep.count()).toBe(3)
  expect(await db.outboxEvent.count()).toBe(1)
  expect((await sandbox.authorizations()).filter((one) => one.reference === orderNumber)).toHaveLength(1)
})

it('releases the stock when the card is declined after all', async () => {
  const orderNumber = await abandoned('tok_declined')
  await settleUnresolvedOrder(orderNumber)
  expect(await db.order.findUnique({ where: { number: orderNumber } })).toMatchObject({ status: 'declined' })
  expect(await db.stockLine.findFirst()).toMatchObject({ onHand: 5, held: 0 })
})

it('gives up an old order only after the provider has closed its key', async () => {
  const orderNumber = await abandoned('tok_down')
  await db.order.updateMany({ data: { createdAt: new Date(Date.now() - 3_600_000) } })
  expect(await settleUnresolvedOrder(orderNumber)).toEqual({ outcome: 'settled' })
  expect(await db.order.findUnique({ where: { number: orderNumber } })).toMatchObject({ status: 'cancelled' })
  expect(await db.stockLine.findFirst()).toMatchObject({ held: 0 })
  const late = await fetch(`${sandbox.url}/v1/authorizations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': orderNumber },
    body: JSON.stringify({ amount: 500, currency: 'EUR', source: 'tok_ok', reference: orderNumber }),
  })
  expect(await late.json()).not.toMatchObject({ status: 'authorized' })
})

it('counts every attempt and says what the provider did instead of answering', async () => {
  const orderNumber = await abandoned('tok_down')
  for (let attempt = 1; attempt <= 2; attempt++) {
    expect(await settleUnresolvedOrder(orderNumber)).toEqual({ outcome: 'unresolved' })
  }
  const order = await db.order.findUnique({ where: { number: orderNumber } })
  expect(order).toMatchObject({
    status: 'confirming',
    chargeAttempts: 2,
    chargeError: expect.stringContaining('ECONNREFUSED'),
  })
})
