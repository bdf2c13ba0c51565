import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { handOverArrived } from '@/lib/conveyor/hand-over-parcel'
import { recordFacts } from '@/lib/conveyor/record-facts'
import { findMoney } from '@/lib/payments/queries'
import { listShortOrders } from '@/lib/picking/queries'
import { sweepTours } from '@/lib/picking/sweep-tours'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { decided, keepDecisions, openBelts } from '@/lib/testing/open-belts'
import { openPickShop, orderToPick } from '@/lib/testing/open-pick-shop'
import { openTestSandbox, SHOP } from '@/lib/testing/open-shop'
import { beginTourOf, handOver, packTote, settleMoney, walkTour } from '@/lib/testing/walk-orders'
import { changeAddress } from './change-address'
import { listShippedUnits } from './queries'
import { shipShort } from './ship-short'

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

async function tourOf(missing: string[] = []) {
  const tour = await beginTourOf()
  if (!tour) throw new Error('there is no tour')
  await walkTour(tour, missing)
  return tour
}
async function parcelOf(tote: string | undefined): Promise<string> {
  const parcel = await packTote(tote ?? '')
  if (parcel === null) throw new Error(`${tote} makes no parcel`)
  return parcel
}
const statusOf = async (number: string) => (await db.order.findUnique({ where: { number } }))?.status
const WISH = { by: 'Sue', reason: 'nobody finds it' }

describe('a parcel handed over', () => {
  it('runs twice, changes once: shipped, its lines captured, the rest of nothing', async () => {
    const order = await orderToPick({ MILK: 3, BREAD: 1 })
    const tour = await tourOf()
    const parcel = await parcelOf(tour.totes[0]?.tote)
    expect(await statusOf(order)).toBe('packed')
    expect(await handOver(parcel)).toEqual({ outcome: 'shipped' })
    expect(await handOver(`(00)${parcel}`)).toEqual({ outcome: 'shipped-before' })
    expect(await statusOf(order)).toBe('shipped')
    await settleMoney()
    expect(await findMoney(order)).toMatchObject({ authorisedMinor: 1000, capturedMinor: 1000, owed: [] })
    expect(await db.outboxEvent.findMany({ where: { name: 'orders/order.shipped' } })).toMatchObject([
      { eventId: `order.shipped:${parcel}`, data: { parcel, isComplete: true } },
    ])
  })

  it('by eight people at the same moment is captured once', async () => {
    const order = await orderToPick({ MILK: 2 })
    const parcel = await parcelOf((await tourOf()).totes[0]?.tote)
    await Promise.all(Array.from({ length: 8 }, () => handOver(parcel)))
    await settleMoney()
    expect(await findMoney(order)).toMatchObject({ capturedMinor: 500 })
  })

  it('by the belt, when it was diverted into a lane of its carrier and into no other', async () => {
    const order = await orderToPick({ MILK: 2 })
    const parcel = await parcelOf((await tourOf()).totes[0]?.tote)
    const decision = decided(5, { sorter: 'SORT-2', scanner: 'S2', barcode: parcel, lane: 'L8' })
    await keepDecisions([decision])
    const { id: decisionId } = decision
    const confirmed = { fact: 'confirmed', site: SHOP, decisionId, outcome: 'diverted' } as const
    for (let run = 0; run < 2; run++)
      await recordFacts([{ ...confirmed, actualLane: 'L8', atMs: Date.now() }])
    expect(await db.outboxEvent.findMany({ where: { name: 'conveyor/parcel.arrived' } })).toMatchObject([
      { data: { site: SHOP, parcel, lane: 'L8' } },
    ])
    expect(await handOverArrived(SHOP, parcel, 'L7', new Date())).toEqual({ outcome: 'astray' })
    expect(await statusOf(order)).toBe('packed')
    expect(await handOverArrived(SHOP, parcel, 'L8', new Date())).toEqual({ outcome: 'shipped' })
    expect(await statusOf(order)).toBe('shipped')
  })
})

describe('an order in two shipments', () => {
  it('is shipped with the last of them, and each is captured by itself', async () => {
    const order = await orderToPick({ MILK: 4, BREAD: 2 })
    const first = await beginTourOf()
    if (!first) throw new Error('there is no tour')
    const milk = first.stops.filter(({ sku }) => sku === 'MILK')
    await walkTour({ ...first, stops: milk })
    await db.tour.updateMany({ data: { leaseUntil: new Date(0) } })
    await sweepTours(new Date())
    expect(await handOver(await parcelOf(first.totes[0]?.tote))).toEqual({ outcome: 'shipped' })
    expect(await statusOf(order)).toBe('picking')
    await settleMoney()
    expect(await findMoney(order)).toMatchObject({ capturedMinor: 1000, voided: false })
    const second = await tourOf()
    expect(await handOver(await parcelOf(second.totes[0]?.tote))).toEqual({ outcome: 'shipped' })
    expect(await statusOf(order)).toBe('shipped')
    await settleMoney()
    expect(await findMoney(order)).toMatchObject({ capturedMinor: 1500, owed: [] })
  })

  it('tells no second capture for a tote that was told late: what left the house is what is paid', async () => {
    const order = await orderToPick({ MILK: 2 })
    const tour = await beginTourOf()
    const tote = tour?.totes[0]?.tote
    if (!tour || !tote) throw new Error('there is no tour')
    const parcel = await parcelOf(tote)
    expect(await statusOf(order)).toBe('picking')
    await walkTour(tour)
    expect(await handOver(parcel)).toEqual({ outcome: 'shipped' })
    await settleMoney()
    expect([await statusOf(order), (await findMoney(order)).capturedMinor]).toEqual(['shipped', 500])
    expect(await listShippedUnits(new Date(), 9)).toEqual([])
  })
})

describe('a short order', () => {
  it('waits, ships without what is missing once that is given up, and nobody pays for it', async () => {
    const order = await orderToPick({ MILK: 3, BREAD: 2 })
    const tour = await tourOf(['BREAD'])
    expect(await handOver(await parcelOf(tour.totes[0]?.tote))).toEqual({ outcome: 'shipped' })
    expect(await statusOf(order)).toBe('picking')
    expect(await listShortOrders(9)).toEqual([order])
    expect(await shipShort(order, WISH, new Date())).toEqual({ outcome: 'short' })
    expect(await shipShort(order, WISH, new Date())).toEqual({ outcome: 'nothing-missing' })
    expect(await statusOf(order)).toBe('shipped')
    await settleMoney()
    expect(await findMoney(order)).toMatchObject({ capturedMinor: 750, voided: true })
    expect(await db.outboxEvent.findMany({ where: { name: 'orders/order.short' } })).toMatchObject([
      { data: { lines: [{ sku: 'BREAD', quantity: 2 }] } },
    ])
    expect(await listShortOrders(9)).toEqual([])
  })

  it('of which nothing is there is cancelled, and the card is void', async () => {
    const order = await orderToPick({ MILK: 3 })
    await tourOf(['MILK'])
    expect(await shipShort(order, WISH, new Date())).toEqual({ outcome: 'cancelled' })
    expect(await statusOf(order)).toBe('cancelled')
    await settleMoney()
    expect(await findMoney(order)).toMatchObject({ capturedMinor: 0, voided: true })
  })

  it('at a site that waits is left to people', async () => {
    await db.pickingRules.create({ data: { siteId: SHOP, onShort: 'wait' } })
    const order = await orderToPick({ MILK: 3, BREAD: 2 })
    expect(await shipShort(order, WISH, new Date())).toEqual({ outcome: 'nothing-missing' })
    await tourOf(['BREAD'])
    expect(await listShortOrders(9)).toEqual([])
    expect(await shipShort(order, WISH, new Date())).toEqual({ outcome: 'short' })
    expect(await shipShort(order, WISH, new Date())).toEqual({ outcome: 'nothing-missing' })
  })
})

describe('the address', () => {
  const shipTo = { line1: '2 New Street', city: 'Kiel', postalCode: '24103', country: 'DE' }
  const change = (order: string) => changeAddress(order, shipTo, new Date())

  it('runs twice, changes once, until the order is picked', async () => {
    const order = await orderToPick({ MILK: 3 })
    expect(await change(order)).toEqual({ outcome: 'changed' })
    expect(await change(order)).toEqual({ outcome: 'same' })
    expect(await db.order.findUnique({ where: { number: order } })).toMatchObject({ shipTo })
    expect(await db.outboxEvent.count({ where: { name: 'orders/order.address-changed' } })).toBe(1)
    await tourOf()
    expect(await change(order)).toEqual({ outcome: 'refused', says: 'The order is picked already.' })
    expect(await change('1-NONE')).toEqual({ outcome: 'unknown' })
  })
})
