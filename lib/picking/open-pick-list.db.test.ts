import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { placeOrder } from '@/lib/orders/place-order'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { openTestSandbox, orderOf, SHOP, stockShop } from '@/lib/testing/open-shop'
import { openPickList } from './open-pick-list'
import { listOpenPickLists } from './queries'

let sandbox: Awaited<ReturnType<typeof openTestSandbox>>
beforeAll(async () => {
  sandbox = await openTestSandbox()
})
afterAll(() => sandbox.close())
beforeEach(async () => {
  await emptyDatabase()
  await stockShop({ MILK: [2, 2], BREAD: [9] })
})

async function notice(key: string) {
  const placing = await placeOrder(orderOf({ MILK: 3, BREAD: 1 }), { clientId: 'c', key, traceparent: null })
  const { orderNumber } = JSON.parse(placing.outcome === 'answered' ? placing.body : '{}')
  return { siteId: SHOP, orderNumber, customerName: 'Ada Byron', placedAt: new Date() }
}

it('tells the warehouse every bin that was promised, once however often it is told', async () => {
  const told = await notice('k')
  expect(await openPickList(told)).toEqual({ outcome: 'opened' })
  expect(await openPickList(told)).toEqual({ outcome: 'already-open' })
  const { items } = await listOpenPickLists(SHOP, 10)
  expect(items).toHaveLength(1)
  expect(items[0]?.lines.map((line) => `${line.quantity} ${line.sku} ${line.bin}`)).toEqual([
    '2 MILK A01-1-A1',
    '1 MILK A01-2-A1',
    '1 BREAD A01-3-A1',
  ])
})

it('pages most urgent first', async () => {
  await stockMore()
  const notices = [await notice('1'), await notice('2'), await notice('3')]
  for (const [at, told] of notices.entries())
    await openPickList({ ...told, placedAt: new Date(3_000 - at * 1_000) })
  const first = await listOpenPickLists(SHOP, 2)
  const second = await listOpenPickLists(SHOP, 2, first.nextCursor ?? '')
  const numbers = [...first.items, ...second.items].map((list) => list.orderNumber)
  expect(numbers).toEqual(notices.map((told) => told.orderNumber).reverse())
  expect(second.nextCursor).toBeNull()
})

const stockMore = () => db.stockLine.updateMany({ data: { onHand: 50 } })
