import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findMoney } from '@/lib/payments/queries'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { openBelts } from '@/lib/testing/open-belts'
import { openPickShop, orderToPick } from '@/lib/testing/open-pick-shop'
import { openTestSandbox } from '@/lib/testing/open-shop'
import { stockByBin } from '@/lib/testing/tell-stock'
import { beginTourOf, handOver, packTote, settleMoney, walkTour } from '@/lib/testing/walk-orders'
import { recordReturn } from './record-return'
import { refundOrder } from './refund-order'
import { returnOrder } from './return-order'

let sandbox: Awaited<ReturnType<typeof openTestSandbox>>
let order: string
beforeAll(async () => {
  sandbox = await openTestSandbox()
})
afterAll(() => sandbox.close())
beforeEach(async () => {
  await emptyDatabase()
  await openPickShop([
    { sku: 'MILK', bin: 'A01-01-A1', quantity: 10 },
    { sku: 'BREAD', bin: 'A02-03-A1', quantity: 10 },
  ])
  await openBelts()
  order = await orderToPick({ MILK: 3, BREAD: 1 })
})

async function ship(): Promise<void> {
  const tour = await beginTourOf()
  if (!tour) throw new Error('there is no tour')
  await walkTour(tour)
  await handOver((await packTote(tour.totes[0]?.tote ?? '')) ?? '')
}
const about = (operationId: string) => ({ reason: 'broken', operationId })
const refund = (what: object, operationId: string) =>
  refundOrder(order, { ...what, ...about(operationId) }, 'Sue', new Date())
const back = (lines: { sku: string; quantity: number; bin?: string }[], operationId: string) =>
  returnOrder(order, { lines, ...about(operationId) }, 'Sue', new Date())
const eur = (amount: number) => ({ amount: { amount, currency: 'EUR' } })

describe('a refund', () => {
  it('runs twice, changes once, and is never more than was charged', async () => {
    await ship()
    expect(await refund(eur(300), 'a')).toEqual({ outcome: 'owed', amountMinor: 300 })
    expect(await refund(eur(300), 'a')).toEqual({ outcome: 'owed-before', amountMinor: 300 })
    expect(await refund(eur(200), 'a')).toEqual({ outcome: 'another-operation', amountMinor: 300 })
    expect(await refund({ lines: [{ sku: 'BREAD', quantity: 1 }] }, 'b')).toMatchObject({ amountMinor: 250 })
    expect(await refund(eur(451), 'c')).toMatchObject({ says: 'At most 4.50 EUR can be given back.' })
    expect(await refund({}, 'd')).toEqual({ outcome: 'owed', amountMinor: 450 })
    expect(await refund({}, 'e')).toMatchObject({ outcome: 'refused' })
    await settleMoney()
    expect(await findMoney(order)).toMatchObject({ capturedMinor: 1000, refundedMinor: 1000 })
    expect(await db.outboxEvent.count({ where: { name: 'orders/order.refunded' } })).toBe(3)
  })

  it('by eight people at the same moment gives the money back once', async () => {
    await ship()
    const all = await Promise.all(Array.from({ length: 8 }, (_, n) => refund({}, `op-${n}`)))
    expect(all.filter(({ outcome }) => outcome === 'owed')).toHaveLength(1)
  })

  it('of what nobody paid, of other money, and of lines that were not shipped is refused in words', async () => {
    expect(await refund({}, 'a')).toMatchObject({
      outcome: 'refused',
      says: expect.stringMatching(/^Nothing is/),
    })
    await ship()
    const dollars = { amount: { amount: 5, currency: 'USD' } }
    expect(await refund(dollars, 'b')).toMatchObject({ says: 'The order was paid in EUR.' })
    const many = { lines: [{ sku: 'MILK', quantity: 4 }] }
    expect(await refund(many, 'c')).toMatchObject({ says: '3 of MILK are with the customer, not 4.' })
    expect(await refundOrder('1-NONE', about('d'), 'Sue', new Date())).toEqual({ outcome: 'unknown' })
  })
})

describe('a return', () => {
  it('runs twice, changes once: goods in stock by an event, their price owed', async () => {
    await ship()
    const lines = [{ sku: 'MILK', quantity: 2, bin: 'A01-01-A1' }]
    expect(await back(lines, 'a')).toEqual({ outcome: 'returned' })
    expect(await back(lines, 'a')).toEqual({ outcome: 'returned-before' })
    expect(await recordReturn(order, 'a', new Date())).toEqual({ isTold: true })
    expect(await stockByBin()).toEqual({ 'A01-01-A1 MILK': 9, 'A02-03-A1 BREAD': 9 })
    expect(await back([{ sku: 'MILK', quantity: 2 }], 'b')).toMatchObject({ outcome: 'refused' })
    expect((await db.order.findUnique({ where: { number: order } }))?.status).toBe('shipped')
    const rest = [
      { sku: 'MILK', quantity: 1 },
      { sku: 'BREAD', quantity: 1 },
    ]
    expect(await back(rest, 'c')).toEqual({ outcome: 'returned' })
    expect((await db.order.findUnique({ where: { number: order } }))?.status).toBe('returned')
    expect(await stockByBin()).toMatchObject({ 'DOCK MILK': 1, 'DOCK BREAD': 1 })
    await settleMoney()
    expect(await findMoney(order)).toMatchObject({ capturedMinor: 1000, refundedMinor: 1000 })
  })

  it('whose door died before the ledger knew is told by the night shift, once', async () => {
    await ship()
    await back([{ sku: 'MILK', quantity: 2 }], 'a')
    await db.orderReturn.updateMany({ data: { isOwed: true } })
    expect(await recordReturn(order, 'a', new Date())).toEqual({ isTold: true })
    expect(await stockByBin()).toMatchObject({ 'DOCK MILK': 2 })
    expect(await db.orderReturn.findMany()).toMatchObject([{ isOwed: false }])
  })

  it('of what was refunded before owes nothing more', async () => {
    await ship()
    await refund({}, 'all')
    expect(await back([{ sku: 'MILK', quantity: 3 }], 'a')).toEqual({ outcome: 'returned' })
    await settleMoney()
    expect(await findMoney(order)).toMatchObject({ refundedMinor: 1000 })
  })
})
