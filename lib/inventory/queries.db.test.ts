import { beforeEach, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { SHOP, stockShop } from '@/lib/testing/open-shop'
import { findStock, listStock } from './queries'

beforeEach(() => emptyDatabase())

it('adds up a SKU over its bins, in address order', async () => {
  await stockShop({ MILK: [5, 3], BREAD: [2] })
  const expiresOn = new Date('2026-12-01')
  await db.stockLine.updateMany({ where: { onHand: 3 }, data: { held: 2, lot: 'L7', expiresOn } })
  expect(await findStock('MILK', [SHOP])).toEqual({
    sku: 'MILK',
    onHand: 8,
    held: 2,
    available: 6,
    bins: [
      { bin: 'A01-1-A1', onHand: 5, held: 0 },
      { bin: 'A01-2-A1', onHand: 3, held: 2, lot: 'L7', expiresOn: '2026-12-01' },
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

it('lists every SKU of a site once, page by page', async () => {
  await stockShop({ C: [1, 1], A: [2], B: [3], D: [0] })
  const first = await listStock(SHOP, 3)
  expect(first.items).toEqual([
    { sku: 'A', name: 'Test A', onHand: 2, held: 0, available: 2 },
    { sku: 'B', name: 'Test B', onHand: 3, held: 0, available: 3 },
    { sku: 'C', name: 'Test C', onHand: 2, held: 0, available: 2 },
  ])
  const second = await listStock(SHOP, 3, first.nextCursor ?? '')
  expect(second).toMatchObject({ items: [{ sku: 'D', onHand: 0 }], nextCursor: null })
  expect((await listStock('ELSEWHERE-9', 3)).items).toEqual([])
})
