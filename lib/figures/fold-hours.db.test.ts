import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { db, statement } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { openBelts } from '@/lib/testing/open-belts'
import { openPickShop, orderToPick } from '@/lib/testing/open-pick-shop'
import { openTestSandbox, SHOP } from '@/lib/testing/open-shop'
import { beginTourOf, handOver, packTote, walkTour } from '@/lib/testing/walk-orders'
import { foldHours } from './fold-hours'

const HOUR_MS = 3_600_000
let sandbox: Awaited<ReturnType<typeof openTestSandbox>>
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
})

const days = () => statement<Record<string, unknown>>('days', 'SELECT * FROM site_day ORDER BY day', [])
const hours = () => statement<Record<string, unknown>>('hours', 'SELECT * FROM site_hour ORDER BY hour', [])

/** A day in the life of two orders: one is picked, packed and shipped. */
async function live() {
  await orderToPick({ MILK: 3, BREAD: 1 })
  const tour = await beginTourOf()
  if (!tour) throw new Error('there is no tour')
  await walkTour(tour)
  const parcel = await packTote(tour.totes[0]?.tote ?? '')
  await handOver(parcel ?? '')
  await orderToPick({ MILK: 1 })
}

it('adds up what the rooms know, and runs twice, changes once', async () => {
  await live()
  const now = new Date()
  expect(await foldHours(now)).toEqual({ hours: 1 })
  const first = [await hours(), await days()]
  expect(first[0]).toMatchObject([
    {
      ...{ site_id: SHOP, orders_in: 2, orders_picked: 1, orders_packed: 1, orders_shipped: 1 },
      ...{ lines_picked: 2, units_picked: 4, picks_told: 2, picks_wrong: 0 },
      ...{ units_wanted: 4, units_shipped: 4 },
    },
  ])
  expect(first[1]).toMatchObject([{ site_id: SHOP, orders_in: 2, orders_shipped: 1 }])
  expect(await foldHours(now)).toEqual({ hours: 0 })
  expect([await hours(), await days()]).toEqual(first)
})

it('lets what an earlier system told stand', async () => {
  const hour = new Date(Math.floor(Date.now() / HOUR_MS) * HOUR_MS)
  await db.siteHour.create({ data: { siteId: SHOP, hour, day: hour, isImported: true, ordersIn: 40 } })
  await live()
  await foldHours(new Date())
  expect(await hours()).toMatchObject([{ orders_in: 40 }])
})

it('forgets an hour whose rows are gone, and catches up after a night', async () => {
  await live()
  await foldHours(new Date())
  await db.order.updateMany({ data: { placedAt: new Date(Date.now() - 30 * HOUR_MS) } })
  await db.hoursFolded.updateMany({ data: { until: new Date(Date.now() - 40 * HOUR_MS) } })
  await foldHours(new Date())
  const counted = await hours()
  expect(counted).toHaveLength(2)
  expect(counted).toMatchObject([
    { orders_in: 2, orders_shipped: 0 },
    { orders_in: 0, orders_shipped: 1 },
  ])
  expect((await days()).reduce((sum, { orders_in }) => sum + Number(orders_in), 0)).toBe(2)
})

it('keeps whole hours by clocks that are half an hour off', async () => {
  await db.site.update({ where: { id: SHOP }, data: { timeZone: 'Australia/Adelaide' } })
  await live()
  await foldHours(new Date())
  await foldHours(new Date(Date.now() + 60_000))
  const [counted] = await db.siteHour.findMany()
  expect([counted?.hour.getUTCMinutes(), counted?.ordersIn]).toEqual([30, 2])
})
