import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { SHOP, stockShop } from '@/lib/testing/open-shop'
import { foldDemand } from './fold-demand'
import { importDemand } from './import-demand'

const NOON = new Date('2026-11-20T12:00:00+01:00')
const hours = (count: number) => new Date(NOON.getTime() + count * 3_600_000)

beforeEach(async () => {
  await emptyDatabase()
  await stockShop({ MILK: [5], EGGS: [0] })
  await db.site.update({ where: { id: SHOP }, data: { createdAt: new Date('2026-11-01T00:00:00Z') } })
})

type Placing = {
  number: string
  status?: 'placed' | 'refused' | 'cancelled'
  at?: Date
  reason?: string
  units?: number
}
async function order({ number, status = 'placed', at = NOON, reason, units = 2 }: Placing): Promise<void> {
  await db.order.create({
    data: {
      ...{ number, siteId: SHOP, status, customerName: 'Ada', customerEmail: 'ada@example.com', shipTo: {} },
      ...{ currency: 'EUR', totalMinor: 250 * units, unitCount: units, lineCount: 1, paymentMethod: 'card' },
      ...{ createdAt: at, cancelReason: reason ?? null },
      holdError: status === 'refused' ? `${units} of MILK wanted, 0 available` : null,
      lines: { create: [{ lineNumber: 1, sku: 'MILK', name: 'Milk', quantity: units, unitPriceMinor: 250 }] },
    },
  })
  await say(number, `orders/order.${status}`)
}
const say = (number: string, name: string) =>
  db.outboxEvent.create({
    data: { eventId: `${name}:${number}`, name, siteId: SHOP, subject: number, data: {}, occurredAt: NOON },
  })

/** A bin that had units since before noon of the day, and lost or got some. */
async function stockEvent(kind: string, quantity: number, at: Date): Promise<void> {
  const bin = await db.bin.findFirstOrThrow()
  const event = await db.inventoryEvent.create({
    data: {
      ...{ source: 'test', eventId: `${kind} ${at.toISOString()}`, type: `stowline.inventory.${kind}.v1` },
      ...{ siteId: SHOP, sku: 'MILK', data: {}, observedAt: at },
    },
  })
  await db.ledgerEntry.create({
    data: { eventRow: event.id, siteId: SHOP, sku: 'MILK', binId: bin.id, quantity, observedAt: at },
  })
  await db.stockLine.updateMany({ where: { sku: 'MILK' }, data: { onHand: { increment: quantity } } })
}
const daysOf = (sku: string) => db.demandDay.findMany({ where: { sku }, orderBy: { day: 'asc' } })

describe('demand of a day', () => {
  it('is what was ordered, less what customers took back; what was refused is lost; twice is once', async () => {
    await order({ number: 'A' })
    await order({ number: 'B', status: 'cancelled', reason: 'changed my mind' })
    await order({ number: 'C', status: 'cancelled', reason: 'Nothing was there: not found', units: 3 })
    await order({ number: 'D', status: 'refused', units: 7 })
    expect(await foldDemand(hours(1))).toEqual({ changed: 1 })
    expect(await daysOf('MILK')).toMatchObject([{ ordered: 5, refused: 7, sold: 0, revenueMinor: 1_250n }])
    expect(await foldDemand(hours(1))).toEqual({ changed: 0 })
  })

  it('is of the day that the site had, and found by a late word', async () => {
    await order({ number: 'A', at: new Date('2026-11-20T23:30:00Z') })
    await foldDemand(hours(14))
    expect((await daysOf('MILK')).map(({ day }) => day.toISOString().slice(0, 10))).toEqual(['2026-11-21'])
    await order({ number: 'B', at: hours(-24 * 9) })
    await foldDemand(hours(14))
    expect(await daysOf('MILK')).toHaveLength(2)
    await db.order.update({ where: { number: 'B' }, data: { status: 'cancelled', cancelReason: 'too late' } })
    await say('B', 'orders/order.cancelled')
    await foldDemand(hours(14))
    expect(await daysOf('MILK')).toHaveLength(1)
  })

  it('knows what a till told, and for how long nothing was there', async () => {
    await stockEvent('sold', -5, NOON)
    await foldDemand(hours(2))
    expect(await daysOf('MILK')).toMatchObject([{ sold: 5, outOfStockMinutes: 120 }])
    await stockEvent('received', 8, hours(3))
    await foldDemand(hours(20))
    expect(await daysOf('MILK')).toMatchObject([{ sold: 5, outOfStockMinutes: 180 }])
  })

  it('of an empty shelf is marked though nobody says anything', async () => {
    await db.stockLevel.create({
      data: {
        siteId: SHOP,
        sku: 'EGGS',
        onHand: 0,
        held: 0,
        available: 0,
        shortfall: 0,
        bins: 0,
        changedAt: NOON,
      },
    })
    await foldDemand(NOON)
    expect((await daysOf('EGGS')).map((day) => day.outOfStockMinutes)).toEqual([1_440, 720])
  })
})

describe('history brought along', () => {
  const file = (text: string) => importDemand(SHOP, Buffer.from(text))

  it('is kept once, and never counted anew', async () => {
    const text =
      'sku,day,ordered\nMILK,2026-10-01,4\nMILK,2026-10-02,6\nNOPE,2026-10-01,1\nMILK,2026-11-20,9\nMILK,x,1\n'
    const told = await file(text)
    expect(told).toMatchObject({ outcome: 'imported', imported: 2, rejectedCount: 3 })
    expect('rejected' in told && told.rejected.map(({ line }) => line)).toEqual([4, 5, 6])
    await file(text)
    expect(await daysOf('MILK')).toMatchObject([{ ordered: 4, isImported: true }, { ordered: 6 }])
    await order({ number: 'A', at: new Date('2026-10-01T10:00:00Z') })
    await foldDemand(NOON)
    expect(await daysOf('MILK')).toMatchObject([{ ordered: 4 }, { ordered: 6 }])
  })

  it('is refused as a whole when its columns are strange', async () => {
    expect(await file('sku,when\nMILK,2026-10-01\n')).toMatchObject({ outcome: 'wrong-file' })
  })
})
