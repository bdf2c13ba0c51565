import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { openBelts } from '@/lib/testing/open-belts'
import { openPickShop, orderToPick } from '@/lib/testing/open-pick-shop'
import { openTestSandbox, SHOP } from '@/lib/testing/open-shop'
import { beginTourOf, walkTour } from '@/lib/testing/walk-orders'
import { findOrders } from './queries'

let sandbox: Awaited<ReturnType<typeof openTestSandbox>>
beforeAll(async () => {
  sandbox = await openTestSandbox()
})
afterAll(() => sandbox.close())
beforeEach(async () => {
  await emptyDatabase()
  await openPickShop([{ sku: 'MILK', bin: 'A01-01-A1', quantity: 10 }])
  await openBelts()
})

const HOUR_MS = 3_600_000
const ago = (hours: number) => new Date(Date.now() - hours * HOUR_MS)
const numbersOf = async (narrowed: Partial<Parameters<typeof findOrders>[0]>) =>
  (await findOrders({ siteIds: [SHOP], limit: 10, ...narrowed })).items.map(({ orderNumber }) => orderNumber)

async function placed(hoursAgo: number): Promise<string> {
  const number = await orderToPick({ MILK: 1 })
  const at = ago(hoursAgo)
  await db.order.update({ where: { number }, data: { createdAt: at, placedAt: at } })
  return number
}

it('finds the orders of a stretch of time, its end left out', async () => {
  const early = await placed(5)
  const late = await placed(2)
  expect(await numbersOf({ placedSince: ago(6), until: ago(4) })).toEqual([early])
  expect(await numbersOf({ placedSince: ago(3), until: ago(1) })).toEqual([late])
  expect(await numbersOf({ until: ago(4) })).toEqual([early])
  expect(await numbersOf({ placedSince: ago(4), until: ago(3) })).toEqual([])
})

it('finds the orders that were picked since', async () => {
  const picked = await orderToPick({ MILK: 1 })
  const tour = await beginTourOf()
  if (!tour) throw new Error('there is no tour')
  await walkTour(tour)
  await orderToPick({ MILK: 1 })
  expect(await numbersOf({ pickedSince: ago(1) })).toEqual([picked])
  expect(await numbersOf({ pickedSince: ago(2), until: ago(1) })).toEqual([])
})
