import { expect, it } from 'vitest'
import { orderRequestSchema } from '@/lib/orders/schema'
import { readProducts } from '@/prisma/seed/read-products'
import { busyness } from './busyness'
import { drawBaskets, readBaskets } from './draw-baskets'
import { orderOfBasket } from './order-of-basket'

it('ships real baskets of at least two products that the demo sells', () => {
  const skus = new Set(readProducts().map(({ sku }) => sku))
  const baskets = readBaskets()
  expect(baskets.length).toBeGreaterThan(5_000)
  expect(baskets.every(({ items }) => items.length >= 2 && items.every(([sku]) => skus.has(sku)))).toBe(true)
  expect(baskets.every(({ items }) => items.every(([, quantity]) => quantity <= 12))).toBe(true)
})

it('draws the same baskets for the same seed and begins again after the last', () => {
  const all = readBaskets().length
  const drawn = drawBaskets(all + 10, 3)
  expect(drawBaskets(5, 3)).toEqual(drawn.slice(0, 5))
  expect(drawBaskets(5, 4)).not.toEqual(drawn.slice(0, 5))
  expect(drawn.slice(all)).toEqual(drawn.slice(0, 10))
})

it('makes a valid order of every basket, with an address of its own', () => {
  const orders = drawBaskets(2_000, 1).map((basket, number) => orderOfBasket(basket, number, 'S-1', 'run1'))
  for (const order of orders) expect(orderRequestSchema.parse(order)).toEqual(order)
  expect(new Set(orders.map(({ customer }) => customer.email)).size).toBe(2_000)
  expect(orders[3]).toEqual(orderOfBasket(drawBaskets(4, 1)[3] ?? { at: '', items: [] }, 3, 'S-1', 'run1'))
})

it('finds the late afternoon busier than the night, which is not dead', () => {
  const factors = busyness(readBaskets())
  expect(factors[17]).toBeGreaterThan(1.3)
  expect(factors[4]).toBeGreaterThan(0.05)
  expect(factors[4]).toBeLessThan(0.5)
  expect(factors.reduce((sum, factor) => sum + factor, 0) / 24).toBeCloseTo(1)
})
