import { beforeEach, expect, it } from 'vitest'
import { emptyDatabase } from '@/lib/testing/database'
import { SHOP, stockShop } from '@/lib/testing/open-shop'
import { openCount } from './open-count'
import { findCount, readCounts } from './read-counts'

const NOW = new Date('2026-11-21T12:00:00Z')
const BIN = 'A01-1-A1'
const ada = { by: 'Ada', isOwed: false }

beforeEach(() => emptyDatabase())

const open = async (request: { bin?: string; sku?: string }, opener = ada) => {
  const opening = await openCount({ site: SHOP, reason: '', ...request }, opener, NOW)
  return 'id' in opening ? opening.id : opening.what
}

it('opens one count of a bin, and one of a SKU, however often they are asked for', async () => {
  await stockShop({ MILK: [5] })
  const requests = [{ bin: BIN }, { bin: BIN }, { bin: BIN, sku: 'MILK' }, { sku: 'MILK' }, { sku: 'MILK' }]
  const ids = await Promise.all(requests.map((request) => open(request)))
  expect(new Set(ids).size).toBe(2)
  expect((await readCounts({ siteIds: [SHOP], state: 'open', limit: 9 })).items).toHaveLength(2)
})

it('widens the count of one SKU when another of the same bin is asked for', async () => {
  await stockShop({ MILK: [5], BREAD: [5] })
  const id = await open({ bin: BIN, sku: 'MILK' })
  expect(await findCount(id)).toMatchObject({ bin: BIN, sku: 'MILK', name: 'Test MILK', version: 1 })
  expect(await open({ bin: BIN, sku: 'BREAD' })).toBe(id)
  expect(await findCount(id)).toMatchObject({ bin: BIN, sku: null, name: null, version: 2 })
})

it('knows no bin and no SKU that is not there', async () => {
  await stockShop({ MILK: [5] })
  expect(await open({ bin: 'Z99' })).toBe('No bin Z99 at TEST-1.')
  expect(await open({ sku: 'CAVIAR' })).toBe('No SKU CAVIAR.')
})

it('lists counts newest first, page by page, of the sites asked for', async () => {
  await stockShop({ A: [1], B: [1], C: [1] })
  for (const sku of ['A', 'B', 'C']) await open({ sku })
  const first = await readCounts({ siteIds: [SHOP], limit: 2 })
  expect(first.items.map((count) => count.sku)).toEqual(['C', 'B'])
  const second = await readCounts({ siteIds: [SHOP], limit: 2, cursor: first.nextCursor ?? '' })
  expect(second).toMatchObject({ items: [{ sku: 'A' }], nextCursor: null })
  expect((await readCounts({ siteIds: ['ELSEWHERE-9'], limit: 2 })).items).toEqual([])
  expect((await readCounts({ siteIds: 'all', state: 'approved', limit: 2 })).items).toEqual([])
})
