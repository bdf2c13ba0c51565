import fc from 'fast-check'
import { beforeEach, expect, it } from 'vitest'
import { db, pool } from '@/lib/platform/db'
import { findOrderPage, findOrders } from '@/lib/support/queries'
import { emptyDatabase } from '@/lib/testing/database'
import { SHOP, stockShop } from '@/lib/testing/open-shop'
import type { OrderStatus } from '@/prisma/generated/client'
import { archiveOrders } from './archive-orders'

const LAST_YEAR = new Date('2025-03-04T10:00:00Z')
const BEFORE = new Date('2026-01-01T00:00:00Z')

beforeEach(open)
async function open(): Promise<void> {
  await emptyDatabase()
  await stockShop({ MILK: [5] })
}

type Wish = {
  status?: OrderStatus
  createdAt?: Date
  step?: 'done' | 'failed' | 'pending'
  isHandedOver?: boolean
  hold?: 'held' | 'picked' | 'lost'
  isReturnOwed?: boolean
  movement?: 'owed' | 'done'
}

async function makeOrder(number: string, wish: Wish = {}): Promise<void> {
  const { status = 'shipped', createdAt = LAST_YEAR, isHandedOver = true, step = 'done' } = wish
  const line = await db.stockLine.findFirstOrThrow()
  await db.order.create({
    data: {
      ...{ number, siteId: SHOP, status, customerName: 'Ada Byron', customerEmail: 'ada@example.com' },
      ...{ customerPhone: '+49 171 234', currency: 'EUR', totalMinor: 500, unitCount: 2, lineCount: 1 },
      ...{ shipTo: { line1: '1 Main Street', city: 'Dayton', postalCode: '45402', country: 'US' } },
      ...{ paymentMethod: 'card', createdAt, placedAt: createdAt },
      lines: { create: { lineNumber: 1, sku: 'MILK', name: 'Milk', quantity: 2, unitPriceMinor: 250 } },
      steps: {
        create: {
          kind: 'confirmation-email',
          siteId: SHOP,
          state: step,
          dueAt: createdAt,
          finishedAt: createdAt,
        },
      },
      shipments: {
        create: {
          ...{ id: `P${number}`, carrier: 'post', packedAt: createdAt },
          handedOverAt: isHandedOver ? createdAt : null,
          lines: { create: { lineNumber: 1, quantity: 2 } },
        },
      },
      returns: {
        create: {
          ...{
            operationId: 'r',
            reason: 'torn',
            by: 'Pio',
            at: createdAt,
            isOwed: wish.isReturnOwed ?? false,
          },
          lines: { create: { lineNumber: 1, quantity: 1 } },
        },
      },
    },
  })
  const { hold = 'picked', movement = 'done' } = wish
  await db.stockHold.create({
    data: { orderNumber: number, lineNumber: 1, stockLineId: line.id, quantity: 2, state: hold },
  })
  await db.paymentMovement.create({
    data: {
      ...{ id: `${number}/capture`, orderNumber: number, siteId: SHOP, kind: 'capture', amountMinor: 500 },
      ...{ currency: 'EUR', state: movement, provider: 'sandbox', dueAt: createdAt, createdAt },
      doneAt: movement === 'done' ? createdAt : null,
    },
  })
}

const archived = async () =>
  (await pool.query<{ number: string }>('SELECT number FROM archive.orders ORDER BY 1')).rows.map(
    ({ number }) => number,
  )

it('shows an archived order as it was, read only', async () => {
  await makeOrder('100001-ABCD')
  const now = new Date('2026-11-22T12:00:00Z')
  const before = await findOrderPage('100001-ABCD', now)
  expect([await archiveOrders(SHOP, BEFORE), await archiveOrders(SHOP, BEFORE)]).toEqual([
    { moved: 1 },
    { moved: 0 },
  ])
  expect(await db.order.count()).toBe(0)
  expect(await findOrderPage('100001-ABCD', now)).toEqual({
    ...before,
    isArchived: true,
    can: { cancel: false, refundMinor: 0, changeAddress: false, shipShort: false },
  })
})

it('finds an archived order by number, e-mail, phone and name, behind those that are near', async () => {
  await makeOrder('100001-ABCD')
  await makeOrder('100002-EFGH', { createdAt: new Date('2026-11-01T00:00:00Z') })
  await archiveOrders(SHOP, BEFORE)
  const found = async (query: string, siteIds: string[] | 'all' = [SHOP]) =>
    (await findOrders({ siteIds, query, limit: 10 })).items.map(({ orderNumber }) => orderNumber)
  expect(await found('100001')).toEqual(['100001-ABCD'])
  for (const query of ['ada@example.com', '171 234', 'Byron'])
    expect(await found(query, 'all')).toEqual(['100002-EFGH', '100001-ABCD'])
  expect(await found('Byron', ['OTHER'])).toEqual([])
  const first = await findOrders({ siteIds: [SHOP], query: 'Byron', limit: 1 })
  const { nextCursor: cursor } = first
  const second = await findOrders({ siteIds: [SHOP], query: 'Byron', limit: 1, cursor: cursor ?? '' })
  expect([first, second].map(({ items }) => items[0]?.orderNumber)).toEqual(['100002-EFGH', '100001-ABCD'])
  expect(second.nextCursor).toBeNull()
})

it('moves exactly the orders that are over, each once, however often it dies in between', {
  timeout: 120_000,
}, async () => {
  const wish = fc.record(
    {
      status: fc.constantFrom<OrderStatus>('shipped', 'returned', 'cancelled', 'placed', 'picking', 'packed'),
      step: fc.constantFrom('done', 'failed', 'pending'),
      isHandedOver: fc.boolean(),
      hold: fc.constantFrom('held', 'picked', 'lost'),
      isReturnOwed: fc.boolean(),
      movement: fc.constantFrom('owed', 'done'),
      createdAt: fc.constantFrom(
        LAST_YEAR,
        new Date('2025-07-01T00:00:00Z'),
        new Date('2026-05-01T00:00:00Z'),
      ),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<Wish>
  const isOver = ({
    status = 'shipped',
    step,
    isHandedOver,
    hold,
    isReturnOwed,
    movement,
    createdAt,
  }: Wish) =>
    ['shipped', 'returned', 'cancelled'].includes(status) &&
    step !== 'pending' &&
    isHandedOver !== false &&
    hold !== 'held' &&
    !isReturnOwed &&
    movement !== 'owed' &&
    (createdAt ?? LAST_YEAR) < BEFORE
  await fc.assert(
    fc.asyncProperty(fc.array(wish, { minLength: 1, maxLength: 8 }), async (wishes) => {
      await open()
      const numbers = wishes.map((_, n) => `${200_000 + n}-TEST`)
      for (const [n, wish] of wishes.entries()) await makeOrder(numbers[n] ?? '', wish)
      const client = await pool.connect()
      await client.query('BEGIN')
      await client.query(`SELECT archive_orders($1, $2, '-infinity', '', 500)`, [SHOP, BEFORE])
      await client.query('ROLLBACK')
      client.release()
      expect(await archived()).toEqual([])
      await Promise.all([archiveOrders(SHOP, BEFORE), archiveOrders(SHOP, BEFORE)])
      const over = numbers.filter((_, n) => isOver(wishes[n] ?? {}))
      expect(await archived()).toEqual(over)
      const near = await db.order.findMany({ orderBy: { number: 'asc' } })
      expect(near.map(({ number }) => number)).toEqual(numbers.filter((one) => !over.includes(one)))
      expect(await db.paymentMovement.count()).toBe(numbers.length)
    }),
    { numRuns: 25 },
  )
})
