import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { openTestSandbox, orderOf, stockShop } from '@/lib/testing/open-shop'
import { type PlacingOutcome, placeOrder } from './place-order'

let sandbox: Awaited<ReturnType<typeof openTestSandbox>>
beforeAll(async () => {
  sandbox = await openTestSandbox()
})
afterAll(() => sandbox.close())
beforeEach(() => emptyDatabase())

let keys = 0
const client = (key = `key-${++keys}`) => ({ clientId: 'key:test', key, traceparent: null })
const place = (lines: Record<string, number>, token?: string, key?: string) =>
  placeOrder(orderOf(lines, token), client(key))
const statusOf = (placing: PlacingOutcome): number | string =>
  placing.outcome === 'answered' ? placing.status : placing.outcome
const bodyOf = (placing: PlacingOutcome) => JSON.parse(placing.outcome === 'answered' ? placing.body : '{}')

async function stockOf(sku: string): Promise<{ onHand: number; held: number }> {
  const lines = await db.stockLine.findMany({ where: { sku } })
  return lines.reduce((sum, line) => ({ onHand: sum.onHand + line.onHand, held: sum.held + line.held }), {
    onHand: 0,
    held: 0,
  })
}

const chargesOf = async (orderNumber: string) =>
  (await sandbox.authorizations()).filter(
    (one) => one.reference === orderNumber && one.status === 'authorized',
  )

describe('placing an order', () => {
  it('charges, holds and saves before it says placed, and owes the three deferred steps', async () => {
    await stockShop({ MILK: [5], BREAD: [5] })
    const placing = await place({ MILK: 2, BREAD: 1 })
    const body = bodyOf(placing)
    expect(statusOf(placing)).toBe(201)
    expect(body).toMatchObject({ status: 'placed', total: { amount: 750, currency: 'EUR' } })
    expect(body.steps.map((step: { kind: string; state: string }) => `${step.kind} ${step.state}`)).toEqual([
      'charge done',
      'hold done',
      'save done',
      'confirmation-email pending',
      'warehouse-notification pending',
      'recommendations pending',
    ])
    expect(await stockOf('MILK')).toEqual({ onHand: 5, held: 2 })
    expect(await chargesOf(body.orderNumber)).toMatchObject([{ amount: 750 }])
    expect(await db.orderStep.count({ where: { orderNumber: body.orderNumber, state: 'pending' } })).toBe(3)
    expect(await db.outboxEvent.findMany()).toMatchObject([
      { name: 'orders/order.placed', subject: body.orderNumber },
    ])
  })

  it('takes from several bins when one is not enough', async () => {
    await stockShop({ MILK: [2, 2, 2] })
    expect(statusOf(await place({ MILK: 5 }))).toBe(201)
    expect(await stockOf('MILK')).toEqual({ onHand: 6, held: 5 })
  })

  it('counts two lines of one SKU together', async () => {
    await stockShop({ MILK: [3] })
    const request = orderOf({ MILK: 2 })
    const twice = { ...request, lines: [...request.lines, ...request.lines] }
    expect(statusOf(await placeOrder(twice, client()))).toBe(409)
    expect(await stockOf('MILK')).toEqual({ onHand: 3, held: 0 })
  })

  it('names each line that is short and what is available, and holds nothing', async () => {
    await stockShop({ MILK: [1], BREAD: [5] })
    const placing = await place({ BREAD: 1, MILK: 2 })
    expect(statusOf(placing)).toBe(409)
    expect(bodyOf(placing).errors).toMatchObject([
      { pointer: '/lines/1/quantity', sku: 'MILK', available: 1 },
    ])
    expect(await stockOf('BREAD')).toEqual({ onHand: 5, held: 0 })
    expect(await db.order.findMany()).toMatchObject([
      { status: 'refused', holdError: '2 of MILK wanted, 1 available', paymentToken: null, settleAt: null },
    ])
  })

  it('releases the stock of a declined card and keeps the answer', async () => {
    await stockShop({ MILK: [5] })
    const first = await place({ MILK: 2 }, 'tok_declined', 'declined')
    const again = await place({ MILK: 2 }, 'tok_declined', 'declined')
    expect(statusOf(first)).toBe(402)
    expect(again).toMatchObject({ status: 402, replayed: true })
    expect(await stockOf('MILK')).toEqual({ onHand: 5, held: 0 })
    expect(await db.order.findMany()).toMatchObject([{ status: 'declined' }])
  })

  it('gets through a provider that fails once', async () => {
    await stockShop({ MILK: [5] })
    const placing = await place({ MILK: 1 }, 'tok_flaky')
    expect(statusOf(placing)).toBe(201)
    expect(await chargesOf(bodyOf(placing).orderNumber)).toHaveLength(1)
  })

  it('says which SKUs it does not know and keeps nothing', async () => {
    await stockShop({ MILK: [5] })
    expect(await place({ MILK: 1, NOPE: 1 })).toEqual({ outcome: 'unknown-skus', skus: ['NOPE'] })
    expect(await db.idempotencyKey.count()).toBe(0)
    expect(await stockOf('MILK')).toEqual({ onHand: 5, held: 0 })
  })
})

describe('an idempotency key', () => {
  it('takes the same order twice and charges once, with the same bytes', async () => {
    await stockShop({ MILK: [5] })
    const first = await place({ MILK: 1 }, 'tok_ok', 'twice')
    const again = await place({ MILK: 1 }, 'tok_ok', 'twice')
    expect(again).toEqual({ ...first, replayed: true })
    expect(await db.order.count()).toBe(1)
    expect(await chargesOf(bodyOf(first).orderNumber)).toHaveLength(1)
  })

  it('gives 20 requests at once one order and one charge', async () => {
    await stockShop({ MILK: [50] })
    const placings = await Promise.all(
      Array.from({ length: 20 }, () => place({ MILK: 1 }, 'tok_ok', 'at-once')),
    )
    const answers = placings.filter((placing) => placing.outcome === 'answered')
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1)
    expect(
      placings
        .filter((placing) => placing.outcome !== 'answered')
        .every(({ outcome }) => outcome === 'in-flight'),
    ).toBe(true)
    expect(await db.order.count()).toBe(1)
    expect(await chargesOf(bodyOf(answers[0] as PlacingOutcome).orderNumber)).toHaveLength(1)
  })

  it('refuses another body', async () => {
    await stockShop({ MILK: [5] })
    await place({ MILK: 1 }, 'tok_ok', 'body')
    expect(await place({ MILK: 2 }, 'tok_ok', 'body')).toEqual({ outcome: 'key-reused' })
  })

  it('belongs to its client', async () => {
    await stockShop({ MILK: [5] })
    await place({ MILK: 1 }, 'tok_ok', 'mine')
    const other = await placeOrder(orderOf({ MILK: 1 }), {
      clientId: 'key:other',
      key: 'mine',
      traceparent: null,
    })
    expect(other).toMatchObject({ status: 201, replayed: false })
  })
})

describe('buyers at the same moment', () => {
  it('sells the last 10 units to exactly 10 of 50, every time', { timeout: 60_000 }, async () => {
    for (let round = 0; round < 20; round++) {
      await emptyDatabase()
      await stockShop({ LAST: round % 2 ? [10] : [3, 3, 2, 2] })
      const placings = await Promise.all(Array.from({ length: 50 }, () => place({ LAST: 1 })))
      const statuses = placings.map(statusOf)
      expect(statuses.filter((status) => status === 201)).toHaveLength(10)
      expect(statuses.filter((status) => status === 409)).toHaveLength(40)
      expect(await stockOf('LAST')).toEqual({ onHand: 10, held: 10 })
    }
  })

  it('lets baskets that want the same things in another order through without a deadlock', async () => {
    await stockShop({ A: [40], B: [40], C: [40] })
    const placings = await Promise.all(
      Array.from({ length: 60 }, (_, n) => place(n % 2 ? { A: 1, B: 1, C: 1 } : { C: 1, B: 1, A: 1 })),
    )
    expect(placings.map(statusOf).filter((status) => status === 201)).toHaveLength(40)
    expect(await stockOf('B')).toEqual({ onHand: 40, held: 40 })
  })
})
