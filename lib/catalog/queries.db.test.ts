import { expect, it } from 'vitest'
import { emptyDatabase } from '@/lib/testing/database'
import { stockShop } from '@/lib/testing/open-shop'
import { findProducts } from './queries'

it('finds the products it knows and leaves out the others', async () => {
  await emptyDatabase()
  await stockShop({ MILK: [1], BREAD: [1], EGGS: [1] })
  const found = await findProducts(['MILK', 'CAVIAR', 'BREAD'])
  expect(found.map(({ sku, priceMinor }) => [sku, priceMinor])).toEqual([
    ['BREAD', 250],
    ['MILK', 250],
  ])
})
