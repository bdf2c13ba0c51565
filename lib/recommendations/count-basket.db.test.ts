import { beforeEach, expect, it } from 'vitest'
import { emptyDatabase } from '@/lib/testing/database'
import { countBasket } from './count-basket'
import { listRecommendations } from './queries'

beforeEach(() => emptyDatabase())

let number = 0
const basket = (...skus: string[]) => countBasket({ siteId: 'S', orderNumber: `${++number}`, skus })

it('counts a basket once when it runs twice', async () => {
  const once = { siteId: 'S', orderNumber: 'A', skus: ['MILK', 'BREAD', 'MILK'] }
  expect(await countBasket(once)).toEqual({ outcome: 'counted' })
  expect(await countBasket(once)).toEqual({ outcome: 'already-counted' })
  await basket('MILK', 'BREAD')
  await basket('MILK', 'BREAD')
  expect(await listRecommendations('MILK', ['S'], 10)).toEqual([
    { sku: 'BREAD', score: 1, boughtTogether: 3 },
  ])
})

it('ranks what goes together before what is in every basket, and keeps rare pairs out', async () => {
  for (let n = 0; n < 5; n++) await basket('PASTA', 'SAUCE', 'BAG')
  for (let n = 0; n < 20; n++) await basket('BAG', 'OTHER')
  await basket('PASTA', 'CAVIAR')
  const found = await listRecommendations('PASTA', 'all', 10)
  expect(found.map((one) => one.sku)).toEqual(['SAUCE', 'BAG'])
})

it('does not lose a count or block when many baskets are counted at once', async () => {
  await Promise.all(
    Array.from({ length: 40 }, (_, n) => (n % 2 ? basket('A', 'B', 'C') : basket('C', 'B', 'A'))),
  )
  expect(await listRecommendations('A', ['S'], 1)).toMatchObject([{ boughtTogether: 40 }])
})
