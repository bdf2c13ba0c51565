import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cancelBoxes } from '@/lib/conveyor/cancel-boxes'
import { recordEvents } from '@/lib/inventory/record-events'
import { confirmPicks } from '@/lib/picking/confirm-picks'
import { readTour } from '@/lib/picking/read-tour'
import { returnPicked } from '@/lib/picking/return-picked'
import { stopPicking } from '@/lib/picking/stop-picking'
import { sweepTours } from '@/lib/picking/sweep-tours'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { openBelts } from '@/lib/testing/open-belts'
import { fillShelves, openPickShop, orderToPick } from '@/lib/testing/open-pick-shop'
import { openTestSandbox, orderOf, SHOP } from '@/lib/testing/open-shop'
import { stockByBin, strayLines, tell } from '@/lib/testing/tell-stock'
import { ANN, beginTourOf, handOver, packTote, settleMoney, walkTour } from '@/lib/testing/walk-orders'
import { beginOrder } from './begin-order'
import { cancelOrder } from './cancel-order'
import { placeOrder } from './place-order'
import { settleOrder } from './settle-order'

let sandbox: Awaited<ReturnType<typeof openTestSandbox>>
beforeAll(async () => {
  sandbox = await openTestSandbox()
})
afterAll(() => sandbox.close())
beforeEach(async () => {
  await emptyDatabase()
  await openPickShop([
    { sku: 'MILK', bin: 'A01-01-A1', quantity: 10 },
    { sku: 'BREAD', bin: 'A02-03-A1', quantity: 10 },
  ])
  await openBelts()
})

const WISH = { by: 'Sue', reason: 'ordered twice' }
const cancel = (orderNumber: string) => cancelOrder(orderNumber, WISH, new Date())
const held = async () =>
  (await db.stockHold.aggregate({ _sum: { quantity: true }, where: { state: 'held' } }))._sum.quantity ?? 0
const statusOf = async (number: string) => (await db.order.findUnique({ where: { number } }))?.status
const chargeOf = async (orderNumber: string) =>
  (await sandbox.authorizations()).find((one) => one.reference === orderNumber)?.status

describe('a placed order', () => {
  it('runs twice, changes once: nothing is held, the card is void, the night shift is told', async () => {
    const order = await orderToPick({ MILK: 3, BREAD: 1 })
    expect(await cancel(order)).toEqual({ outcome: 'cancelled' })
    const version = (await db.order.findUnique({ where: { number: order } }))?.version
    expect(await cancel(order)).toEqual({ outcome: 'cancelled-before' })
    expect(await db.order.findUnique({ where: { number: order } })).toMatchObject({
      ...{ status: 'cancelled', version, cancelAskedBy: 'Sue', cancelReason: 'ordered twice' },
      closedAt: expect.any(Date),
    })
    expect([await held(), await strayLines()]).toEqual([0, []])
    expect(await db.outboxEvent.count({ where: { name: 'orders/order.cancelled' } })).toBe(1)
    expect(await db.paymentMovement.count({ where: { kind: 'void' } })).toBe(1)
    await settleMoney()
    expect(await chargeOf(order)).toBe('cancelled')
  })

  it('is cancelled once by eight people at the same moment', async () => {
    const order = await orderToPick({ MILK: 3 })
    const all = await Promise.all(Array.from({ length: 8 }, () => cancel(order)))
    expect(all.map(({ outcome }) => outcome).sort()).toEqual(
      ['cancelled', ...Array(7).fill('cancelled-before')].sort(),
    )
    expect([await held(), await strayLines()]).toEqual([0, []])
  })

  it('that nobody knows is unknown', async () => {
    expect(await cancel('1-NONE')).toEqual({ outcome: 'unknown' })
  })
})

describe('an order that is being picked', () => {
  it('leaves its tour, its boxes are turned away, and what was picked is back on the dock once', async () => {
    const [order, other] = [await orderToPick({ MILK: 3, BREAD: 1 }), await orderToPick({ BREAD: 2 })]
    const tour = await beginTourOf()
    if (!tour) throw new Error('there is no tour')
    const milk = tour.stops.find(({ sku }) => sku === 'MILK')
    await walkTour({ ...tour, stops: milk ? [milk] : [] })
    expect(await statusOf(order)).toBe('picking')
    await cancel(order)
    for (let run = 0; run < 2; run++) {
      await stopPicking(order, new Date())
      expect(await returnPicked(order, new Date())).toEqual({ isTold: true })
      await cancelBoxes()
    }
    const after = await readTour(tour.tourId)
    expect(after?.stops.filter(({ state }) => state === 'open').map((stop) => stop.orderNumber)).toEqual([
      other,
    ])
    expect(await db.pickList.findUnique({ where: { orderNumber: order } })).toMatchObject({
      state: 'cancelled',
    })
    expect(await db.conveyorBox.findMany({ where: { orderNumber: order } })).toMatchObject([
      { state: 'cancelled' },
    ])
    expect(await stockByBin()).toEqual({ 'A01-01-A1 MILK': 7, 'A02-03-A1 BREAD': 10, 'DOCK MILK': 3 })
    expect([await held(), await strayLines()]).toEqual([2, []])
    const late = tour.stops.find((stop) => stop.orderNumber === order && stop.sku === 'BREAD')
    const told = { operationId: 'late', seq: late?.seq ?? 0, bin: late?.bin ?? '', sku: 'BREAD', quantity: 1 }
    const answer = await confirmPicks(
      tour.tourId,
      ANN.id,
      [{ ...told, at: new Date().toISOString() }],
      new Date(),
    )
    expect(answer?.results).toMatchObject([{ outcome: 'conflict', reason: 'order-cancelled' }])
  })

  it('is picked before its cancelling or not at all, when both come at the same moment', async () => {
    for (let round = 0; round < 10; round++) {
      const order = await orderToPick({ MILK: 1 })
      const tour = await beginTourOf()
      if (!tour) throw new Error('there is no tour')
      await Promise.all([walkTour(tour), cancel(order)])
      await stopPicking(order, new Date())
      await returnPicked(order, new Date())
      expect([await held(), await strayLines()]).toEqual([0, []])
    }
    const stock = await stockByBin()
    expect((stock['A01-01-A1 MILK'] ?? 0) + (stock['DOCK MILK'] ?? 0)).toBe(10)
  })

  it('that waits for units is cancelled or has them, when both come at the same moment', async () => {
    await db.pickingRules.create({ data: { siteId: SHOP, onShort: 'wait' } })
    for (let round = 0; round < 8; round++) {
      const order = await orderToPick({ BREAD: 1 })
      const tour = await beginTourOf()
      if (!tour) throw new Error('there is no tour')
      await walkTour(tour, ['BREAD'])
      await fillShelves([{ sku: 'BREAD', bin: 'A01-03-A1', quantity: 1 }])
      expect(await db.stockHold.count({ where: { orderNumber: order, state: 'lost' } })).toBe(1)
      await Promise.all([sweepTours(new Date()), cancel(order)])
      await stopPicking(order, new Date())
      expect([await statusOf(order), await held(), await strayLines()]).toEqual(['cancelled', 0, []])
      await db.stockCount.updateMany({ data: { state: 'cancelled' } })
      const [line] = await db.stockLine.findMany({ where: { sku: 'BREAD', bin: { code: 'A01-03-A1' } } })
      await recordEvents(
        [tell('wasted', { sku: 'BREAD', bin: 'A01-03-A1', quantity: line?.onHand ?? 1 })],
        [],
        {
          siteIds: [SHOP],
        },
      )
    }
  })

  it('that is packed makes no parcel more, and none of it is handed over', async () => {
    const order = await orderToPick({ MILK: 3 })
    const tour = await beginTourOf()
    if (!tour) throw new Error('there is no tour')
    await walkTour(tour)
    const parcel = await packTote(tour.totes[0]?.tote ?? '')
    expect(await statusOf(order)).toBe('packed')
    expect(await cancel(order)).toEqual({ outcome: 'cancelled' })
    expect(await handOver(parcel ?? '')).toMatchObject({ outcome: 'refused' })
    await settleMoney()
    expect(await db.paymentMovement.count({ where: { kind: 'capture' } })).toBe(0)
  })

  it('is not cancelled any more when a carrier has a parcel of it', async () => {
    const order = await orderToPick({ MILK: 3 })
    const tour = await beginTourOf()
    if (!tour) throw new Error('there is no tour')
    await walkTour(tour)
    await handOver((await packTote(tour.totes[0]?.tote ?? '')) ?? '')
    expect(await cancel(order)).toEqual({
      ...{ outcome: 'refused', says: `Order ${order} is shipped. Refund it, or take it back.` },
    })
  })
})

describe('an order whose payment is not known', () => {
  const client = { clientId: 'c', key: 'confirming', traceparent: null }
  async function confirming(token: string) {
    const begun = await beginOrder(orderOf({ MILK: 2 }, token), client)
    if (begun.outcome !== 'begun') throw new Error(begun.outcome)
    return begun
  }

  it('is cancelled when the provider has closed its key, and a late charge finds it closed', async () => {
    const { orderNumber } = await confirming('tok_ok')
    expect(await cancel(orderNumber)).toEqual({ outcome: 'cancelled' })
    expect(await cancel(orderNumber)).toEqual({ outcome: 'cancelled-before' })
    expect([await chargeOf(orderNumber), await held()]).toEqual(['cancelled', 0])
    const again = await placeOrder(orderOf({ MILK: 2 }), client)
    expect(again).toMatchObject({ outcome: 'answered', status: 402, replayed: true })
  })

  it('waits for a provider that is silent, is not placed by a late charge, and then is cancelled', async () => {
    const begun = await confirming('tok_ok')
    const url = process.env.PAYMENT_SANDBOX_URL
    process.env.PAYMENT_SANDBOX_URL = 'http://127.0.0.1:1'
    try {
      expect(await cancel(begun.orderNumber)).toEqual({ outcome: 'cancelling' })
    } finally {
      process.env.PAYMENT_SANDBOX_URL = url
    }
    const charge = { outcome: 'authorised', provider: 'sandbox', reference: 'auth_1' } as const
    expect(await settleOrder(begun, charge)).toMatchObject({ status: 202 })
    expect(await statusOf(begun.orderNumber)).toBe('confirming')
    expect(await cancel(begun.orderNumber)).toEqual({ outcome: 'cancelled' })
    expect([await held(), await db.payment.count(), await db.paymentMovement.count()]).toEqual([0, 0, 0])
  })

  it('that is placed at the same moment is placed and then cancelled, or cancelled and void', async () => {
    for (let round = 0; round < 6; round++) {
      const request = { ...client, key: `race-${round}` }
      const placing = placeOrder(orderOf({ MILK: 1 }), request)
      const find = () => db.idempotencyKey.findFirst({ where: { key: request.key } })
      let orderNumber: string | null | undefined
      while (!orderNumber) orderNumber = (await find())?.orderNumber
      const cancelling = cancel(orderNumber)
      await Promise.all([placing, cancelling])
      while ((await statusOf(orderNumber)) === 'confirming') await cancel(orderNumber)
      await settleMoney()
      expect([await statusOf(orderNumber), await chargeOf(orderNumber)]).toEqual(['cancelled', 'cancelled'])
    }
    expect([await held(), await strayLines()]).toEqual([0, []])
  })
})
