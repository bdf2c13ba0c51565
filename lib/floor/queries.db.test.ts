import { beforeEach, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { SHOP, stockShop } from '@/lib/testing/open-shop'
import { findBin } from './queries'

beforeEach(() => emptyDatabase())

it('tells where a bin is, what it can hold and what lies in it', async () => {
  await stockShop({ MILK: [5, 3] })
  const expiresOn = new Date('2026-12-01')
  await db.stockLine.updateMany({ where: { onHand: 3 }, data: { lot: 'L7', expiresOn, held: 1 } })
  expect(await findBin('A01-2-A1', SHOP)).toEqual({
    bin: 'A01-2-A1',
    site: SHOP,
    aisle: 'A01',
    side: 'L',
    bay: 2,
    level: 1,
    xMetres: 1,
    yMetres: 2,
    temperatureZone: 'ambient',
    volumeMl: 100_000,
    maxWeightGrams: 50_000,
    content: [{ sku: 'MILK', name: 'Test MILK', onHand: 3, held: 1, lot: 'L7', expiresOn: '2026-12-01' }],
  })
})

it('knows an empty bin, and no bin of another site', async () => {
  await stockShop({ MILK: [0] })
  expect((await findBin('A01-1-A1', SHOP))?.content).toEqual([])
  expect(await findBin('A01-1-A1', 'ELSEWHERE-9')).toBeNull()
  expect(await findBin('A99-1-A1', SHOP)).toBeNull()
})
