import { beforeEach, expect, it } from 'vitest'
import { db, pool } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { SHOP, stockShop } from '@/lib/testing/open-shop'
import { listStock, type StockFilter } from './list-stock'
import { refreshLowLevels } from './refresh-low-levels'

beforeEach(() => emptyDatabase())

const list = (filter: Partial<StockFilter> = {}) => listStock(SHOP, { limit: 50, ...filter })
const skusOf = async (filter: Partial<StockFilter>) => (await list(filter)).items.map((item) => item.sku)

it('lists every SKU of a site once, page by page, whichever way it is sorted', async () => {
  await stockShop({ C: [1, 1], A: [2], B: [3], D: [0] })
  const sorts = ['sku', 'name', 'available', 'onHand', 'shortfall'] as const
  for (const sort of sorts)
    for (const direction of ['asc', 'desc'] as const) {
      const first = await list({ sort, direction, limit: 3 })
      const second = await list({ sort, direction, limit: 3, cursor: first.nextCursor ?? '' })
      expect(second.nextCursor).toBeNull()
      const seen = [...first.items, ...second.items].map((item) => item.sku)
      expect(seen.toSorted()).toEqual(['A', 'B', 'C', 'D'])
      expect(seen).toEqual(await skusOf({ sort, direction }))
    }
  expect((await listStock('ELSEWHERE-9', { limit: 3 })).items).toEqual([])
})

it('says of a SKU what all its bins have, and when it expires', async () => {
  await stockShop({ MILK: [5, 3, 0] })
  await db.stockLine.updateMany({
    where: { onHand: 3 },
    data: { expiresOn: new Date('2026-12-01'), held: 2 },
  })
  await db.stockLine.updateMany({ where: { onHand: 0 }, data: { expiresOn: new Date('2026-11-22') } })
  const { items } = await list()
  expect(items).toMatchObject([
    {
      sku: 'MILK',
      name: 'Test MILK',
      onHand: 8,
      held: 2,
      available: 6,
      bins: 2,
      earliestExpiry: '2026-12-01',
    },
  ])
})

it('stays where it is while stock moves before the page', async () => {
  await stockShop({ A: [1], B: [2], C: [3], D: [4] })
  const first = await list({ sort: 'available', limit: 2 })
  await db.stockLine.updateMany({ where: { sku: 'A' }, data: { onHand: 0 } })
  expect(await skusOf({ sort: 'available', limit: 2, cursor: first.nextCursor ?? '' })).toEqual(['C', 'D'])
})

it('begins at the top again where the sort is another one than the page before had', async () => {
  await stockShop({ A: [1], B: [2], C: [3] })
  const { nextCursor } = await list({ sort: 'sku', limit: 1 })
  expect(await skusOf({ sort: 'onHand', limit: 1, cursor: nextCursor ?? '' })).toEqual(['A'])
  const torn = Buffer.from(JSON.stringify(['A\0', 'A'])).toString('base64url')
  expect(await skusOf({ sort: 'sku', limit: 1, cursor: torn })).toEqual(['A'])
  const byQuantity = await list({ sort: 'onHand', limit: 1 })
  expect(await skusOf({ sort: 'sku', limit: 1, cursor: byQuantity.nextCursor ?? '' })).toEqual(['A'])
})

it('shows a change with the next look, and none that was not committed', async () => {
  await stockShop({ MILK: [5] })
  expect((await list()).items).toMatchObject([{ onHand: 5, version: 1 }])
  const client = await pool.connect()
  await client.query('BEGIN')
  await client.query('UPDATE stock_line SET on_hand = 4')
  expect((await list()).items).toMatchObject([{ onHand: 5, version: 1 }])
  await client.query('COMMIT')
  client.release()
  expect((await list()).items).toMatchObject([{ onHand: 4, version: 2 }])
  await db.stockLine.deleteMany()
  expect((await list()).items).toMatchObject([{ onHand: 0, bins: 0, version: 3 }])
})

it('holds the levels right while many change stock and many read', async () => {
  await stockShop({ MILK: [100, 100], BREAD: [100, 100] })
  const lines = await db.stockLine.findMany()
  const change = (at: number) =>
    pool.query('UPDATE stock_line SET on_hand = on_hand - 1 WHERE id = $1', [lines[at % lines.length]?.id])
  await Promise.all(Array.from({ length: 200 }, (_, at) => (at % 4 === 0 ? list() : change(at))))
  const { items } = await list()
  const sums = await db.stockLine.groupBy({ by: ['sku'], _sum: { onHand: true }, orderBy: { sku: 'asc' } })
  expect(items.map((item) => item.onHand)).toEqual(sums.map((sum) => sum._sum.onHand))
})

it('filters by state and counts them all', async () => {
  await stockShop({ FULL: [50], LOW: [2], GONE: [0], HELD: [4], SHORT: [0] })
  await db.stockLine.updateMany({ where: { sku: 'HELD' }, data: { held: 4 } })
  await db.stockLine.updateMany({ where: { sku: 'SHORT' }, data: { shortfall: 1 } })
  expect(await skusOf({ state: 'out' })).toEqual(['GONE', 'HELD', 'SHORT'])
  expect(await skusOf({ state: 'low' })).toEqual(['LOW'])
  expect(await skusOf({ state: 'short' })).toEqual(['SHORT'])
  expect((await list({ state: 'short' })).counts).toEqual({ all: 5, out: 3, low: 1, short: 1 })
  expect((await list({ query: 'gone' })).counts).toEqual({ all: 1, out: 1, low: 0, short: 0 })
})

it('finds by SKU, part of a name and GTIN, and takes what is searched for word by word', async () => {
  await stockShop({ 'MILK-1L': [1], MILKSHAKE: [1], BREAD: [1] })
  await db.product.update({ where: { sku: 'BREAD' }, data: { name: 'Rye 100% loaf' } })
  expect(await skusOf({ query: 'milk' })).toEqual(['MILK-1L', 'MILKSHAKE'])
  expect(await skusOf({ query: 'ye 100%' })).toEqual(['BREAD'])
  expect(await skusOf({ query: '%' })).toEqual(['BREAD'])
  expect(await skusOf({ query: '_' })).toEqual([])
  expect(await skusOf({ query: '2000000000001' })).toEqual(['MILK-1L'])
  expect(await skusOf({ query: '02000000000001' })).toEqual(['MILK-1L'])
  expect(await skusOf({ temperatureZone: 'frozen' })).toEqual([])
})

it('gives only the items that are named', async () => {
  await stockShop({ A: [1], B: [2], C: [3] })
  expect(await skusOf({ skus: 'C,A,GONE' })).toEqual(['A', 'C'])
  expect(await skusOf({ skus: '' })).toEqual([])
})

it('finds an item low once three days would empty it', async () => {
  await stockShop({ MILK: [20], BREAD: [20] })
  const { binId } = await db.stockLine.findFirstOrThrow({ where: { sku: 'MILK' } })
  const observedAt = new Date('2026-11-20T12:00:00Z')
  const { id: eventRow } = await db.inventoryEvent.create({
    data: {
      ...{ source: 'test', eventId: '1', type: 'stowline.inventory.sold.v1', siteId: SHOP, sku: 'MILK' },
      ...{ data: {}, observedAt },
    },
  })
  await db.ledgerEntry.create({
    data: { eventRow, siteId: SHOP, sku: 'MILK', binId, quantity: -280, observedAt },
  })
  expect(await skusOf({ state: 'low' })).toEqual([])
  expect(await refreshLowLevels(new Date('2026-11-21T12:00:00Z'))).toEqual({ changed: 1 })
  expect(await refreshLowLevels(new Date('2026-11-21T12:00:00Z'))).toEqual({ changed: 0 })
  expect(await skusOf({ state: 'low' })).toEqual(['MILK'])
  expect(await refreshLowLevels(new Date('2026-12-25T12:00:00Z'))).toEqual({ changed: 1 })
  expect(await skusOf({ state: 'low' })).toEqual([])
})
