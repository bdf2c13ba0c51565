import { beforeEach, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { SHOP, stockShop } from '@/lib/testing/open-shop'
import { findStock, findStockEvent, findStockHistory } from './queries'

const NOW = new Date('2026-11-21T12:00:00Z')
const PLACE = { aisle: 'A01', level: 1, xMetres: 1 }
const FACTS = { gtin: '2000000000001', department: 'Test', category: 'Test', temperatureZone: 'ambient' }

beforeEach(() => emptyDatabase())

it('adds up a SKU over its bins, in address order', async () => {
  await stockShop({ MILK: [5, 3, 0], BREAD: [2] })
  const expiresOn = new Date('2026-12-01')
  await db.stockLine.updateMany({ where: { onHand: 3 }, data: { held: 2, lot: 'L7', expiresOn } })
  await db.stockLine.updateMany({ where: { onHand: 0 }, data: { shortfall: 4 } })
  expect(await findStock('MILK', [SHOP])).toEqual({
    sku: 'MILK',
    name: 'Test MILK',
    ...FACTS,
    onHand: 8,
    held: 2,
    available: 6,
    shortfall: 4,
    bins: [
      { bin: 'A01-1-A1', ...PLACE, yMetres: 1, onHand: 5, held: 0, shortfall: 0 },
      {
        bin: 'A01-2-A1',
        ...PLACE,
        yMetres: 2,
        onHand: 3,
        held: 2,
        shortfall: 0,
        lot: 'L7',
        expiresOn: '2026-12-01',
      },
      { bin: 'A01-3-A1', ...PLACE, yMetres: 3, onHand: 0, held: 0, shortfall: 4 },
    ],
  })
})

it('knows a SKU that lies nowhere, and says so of one it does not know', async () => {
  await stockShop({ MILK: [5], BREAD: [] })
  expect(await findStock('BREAD', [SHOP])).toMatchObject({ onHand: 0, available: 0, bins: [] })
  expect(await findStock('MILK', ['ELSEWHERE-9'])).toMatchObject({ onHand: 0, bins: [] })
  expect(await findStock('MILK', 'all')).toMatchObject({ onHand: 5 })
  expect(await findStock('CAVIAR', 'all')).toBeNull()
})

const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000)

async function tell(id: string, quantity: number, observedAt: Date): Promise<void> {
  const bin = await db.bin.findFirstOrThrow()
  const { id: eventRow } = await db.inventoryEvent.create({
    data: {
      ...{ source: 'test', eventId: id, type: 'stowline.inventory.adjusted.v1', siteId: SHOP, sku: 'MILK' },
      ...{ data: { quantity }, observedAt, traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01` },
    },
  })
  await db.ledgerEntry.create({
    data: { eventRow, siteId: SHOP, sku: 'MILK', binId: bin.id, quantity, observedAt },
  })
}

it('counts a quantity back over time', async () => {
  await stockShop({ MILK: [9] })
  await tell('a', 10, hoursAgo(30))
  await tell('b', -4, hoursAgo(2.5))
  await tell('c', 3, hoursAgo(0.5))
  const { points } = await findStockHistory('MILK', SHOP, { hours: 4, points: 4 }, NOW)
  expect(points.map((point) => point.onHand)).toEqual([10, 10, 6, 6, 9])
  expect(points.at(0)?.at).toBe(hoursAgo(4).toISOString())
  expect(points.at(-1)?.at).toBe(NOW.toISOString())
})

it('shows an event as it was sent, with what it changed and its trace', async () => {
  await stockShop({ MILK: [9] })
  await tell('a', 10, NOW)
  expect(await findStockEvent('test', 'a')).toMatchObject({
    ...{ source: 'test', id: 'a', type: 'stowline.inventory.adjusted.v1', site: SHOP, sku: 'MILK' },
    ...{ traceId: 'a'.repeat(32), data: { quantity: 10 }, observedAt: NOW.toISOString() },
    upcast: { type: 'stowline.inventory.adjusted.v2', data: { change: 10, reason: 'other' } },
    entries: [{ bin: 'A01-1-A1', quantity: 10, at: NOW.toISOString() }],
  })
  expect(await findStockEvent('test', 'b')).toBeNull()
})
