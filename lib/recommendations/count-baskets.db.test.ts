import { beforeEach, expect, it } from 'vitest'
import { emptyDatabase } from '@/lib/testing/database'
import { type Basket, countBaskets } from './count-baskets'
import { listRecommendations } from './queries'

beforeEach(() => emptyDatabase())

const DAY = new Date('2026-11-21T12:00:00Z')
let number = 0
const basket = (skus: string[], placedAt = DAY): Basket => ({
  siteId: 'S',
  orderNumber: `${++number}`,
  placedAt,
  skus,
})
const times = (count: number, ...skus: string[]) => Array.from({ length: count }, () => basket(skus))

it('counts a basket once when it runs twice, alone, in a batch and twice in one batch', async () => {
  const once = basket(['MILK', 'BREAD', 'MILK'])
  expect(await countBaskets([once])).toEqual({ counted: [once.orderNumber] })
  expect(await countBaskets([once])).toEqual({ counted: [] })
  const others = times(2, 'MILK', 'BREAD')
  expect((await countBaskets([once, ...others, ...others])).counted.sort()).toEqual(
    others.map(({ orderNumber }) => orderNumber).sort(),
  )
  const [bread] = await listRecommendations(['MILK'], ['S'], 10)
  expect(bread).toMatchObject({ sku: 'BREAD', boughtTogether: 3 })
  expect(bread?.score).toBeCloseTo(1)
})

it('ranks what goes together before what is in every basket, and keeps rare pairs out', async () => {
  await countBaskets([
    ...times(5, 'PASTA', 'SAUCE', 'BAG'),
    ...times(20, 'BAG', 'OTHER'),
    ...times(1, 'PASTA', 'CAVIAR'),
  ])
  const found = await listRecommendations(['PASTA'], 'all', 10)
  expect(found.map((one) => one.sku)).toEqual(['SAUCE', 'BAG'])
})

it('lets every item of a basket vote, and recommends nothing that is in it', async () => {
  await countBaskets([...times(5, 'PASTA', 'SAUCE', 'CHEESE'), ...times(5, 'PASTA', 'OIL')])
  const found = await listRecommendations(['PASTA', 'SAUCE'], 'all', 10)
  expect(found.map((one) => one.sku)).toEqual(['CHEESE', 'OIL'])
})

it('lets what is bought now count for more than what was bought a year ago', async () => {
  const longAgo = new Date('2025-11-21T12:00:00Z')
  await countBaskets([
    ...times(5, 'GRILL', 'COAL').map((one) => ({ ...one, placedAt: longAgo })),
    ...times(4, 'GRILL', 'FONDUE'),
  ])
  const found = await listRecommendations(['GRILL'], 'all', 10)
  expect(found.map((one) => one.sku)).toEqual(['FONDUE', 'COAL'])
})

it('does not lose a count or block when many batches are counted at once', async () => {
  await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      countBaskets(n % 2 ? times(5, 'A', 'B', 'C') : times(5, 'C', 'B', 'A')),
    ),
  )
  expect(await listRecommendations(['A'], ['S'], 1)).toMatchObject([{ boughtTogether: 100 }])
})
