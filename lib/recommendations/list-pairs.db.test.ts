import { beforeEach, expect, it } from 'vitest'
import { emptyDatabase } from '@/lib/testing/database'
import { stockShop } from '@/lib/testing/open-shop'
import { countBaskets } from './count-baskets'
import { listPairs } from './list-pairs'

beforeEach(() => emptyDatabase())

it('lists a site’s pairs with both items, their bins with units and their share of the baskets', async () => {
  await stockShop({ MILK: [5, 3], BREAD: [2], HONEY: [1] })
  const buy =
    (siteId: string, ...skus: string[]) =>
    (_: unknown, n: number) => {
      return {
        siteId,
        skus,
        orderNumber: `${siteId}-${skus}-${n}`,
        placedAt: new Date('2026-11-21T12:00:00Z'),
      }
    }
  await countBaskets([
    ...Array.from({ length: 3 }, buy('TEST-1', 'MILK', 'BREAD')),
    ...Array.from({ length: 3 }, buy('TEST-1', 'MILK', 'SOAP')),
    ...Array.from({ length: 2 }, buy('TEST-1', 'BREAD', 'HONEY')),
    ...Array.from({ length: 9 }, buy('ELSEWHERE', 'MILK', 'HONEY')),
  ])
  const { pairs, aisles } = await listPairs('TEST-1')
  expect(pairs).toMatchObject([{ one: { sku: 'BREAD' }, other: { sku: 'MILK' }, baskets: 3 }])
  expect(pairs[0]?.support).toBeCloseTo(3 / 8)
  expect(pairs[0]?.one.bins).toHaveLength(1)
  expect(pairs[0]?.other.bins).toHaveLength(2)
  // Milk in six baskets and bread in five lie there; honey in two, and what soap there is lies nowhere.
  expect(aisles.reduce((sum, { visits }) => sum + visits, 0)).toBeCloseTo(6 + 5 + 2)
})
