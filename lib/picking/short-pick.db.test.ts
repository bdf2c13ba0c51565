import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { db, pool } from '@/lib/platform/db'
import { findOrderPage } from '@/lib/support/queries'
import { emptyDatabase } from '@/lib/testing/database'
import { fillShelves, openPickShop, orderToPick } from '@/lib/testing/open-pick-shop'
import { openTestSandbox, SHOP } from '@/lib/testing/open-shop'
import { stockByBin, strayLines } from '@/lib/testing/tell-stock'
import { confirmPicks } from './confirm-picks'
import { countPicks } from './count-picks'
import { nextTour } from './next-tour'
import { readTour } from './read-tour'
import type { Tour } from './schema'
import { shortPick } from './short-pick'
import { sweepTours } from './sweep-tours'

let sandbox: Awaited<ReturnType<typeof openTestSandbox>>
beforeAll(async () => {
  sandbox = await openTestSandbox()
})
afterAll(() => sandbox.close())
beforeEach(async () => {
  await emptyDatabase()
  await openPickShop([{ sku: 'MILK', bin: 'A01-01-A1', quantity: 5 }])
})

const ANN = { id: 'ann', name: 'Ann' }
async function begin(): Promise<Tour> {
  const tour = await nextTour(SHOP, ANN, new Date())
  if (!tour) throw new Error('there is no tour')
  return tour
}
const short = (
  tour: Tour,
  found: number,
  more: { operationId?: string; seq?: number } = {},
  picker = 'ann',
) =>
  shortPick(
    tour.tourId,
    picker,
    { operationId: randomUUID(), seq: 1, found, reason: 'empty', ...more },
    new Date(),
  )

it('sends the picker to the nearest other bin for what is missing, moves the hold and has the bin counted', async () => {
  const order = await orderToPick({ MILK: 4 })
  const tour = await begin()
  await fillShelves([
    { sku: 'MILK', bin: 'A03-08-A1', quantity: 9 },
    { sku: 'MILK', bin: 'A01-03-A1', quantity: 9 },
  ])
  const answer = await short(tour, 1)
  expect(answer).toMatchObject({
    outcome: 'short',
    answer: { replacedBy: { seq: 2, bin: 'A01-03-A1', quantity: 3, orderNumber: order }, releasedFrom: null },
  })
  expect(await db.stockCount.findMany()).toMatchObject([
    { sku: 'MILK', isOwed: true, state: 'open', openedBy: 'Ann' },
  ])
  const now = await readTour(tour.tourId)
  expect(now).toMatchObject({
    state: 'walking',
    version: 2,
    stops: [
      { seq: 1, state: 'short', picked: 1 },
      { seq: 2, state: 'open' },
    ],
  })
  expect(await strayLines()).toEqual([])
  const told = {
    operationId: 'x',
    seq: 2,
    bin: 'A01-03-A1',
    sku: 'MILK',
    quantity: 3,
    at: new Date().toISOString(),
  }
  await confirmPicks(tour.tourId, 'ann', [told], new Date())
  expect(await stockByBin()).toEqual({ 'A01-01-A1 MILK': 4, 'A01-03-A1 MILK': 6, 'A03-08-A1 MILK': 9 })
  expect(await db.pickList.findFirst()).toMatchObject({ state: 'picked' })
  expect(await strayLines()).toEqual([])
})

it('releases what nobody has, tells the feed and the order, and ships short', async () => {
  const order = await orderToPick({ MILK: 4 })
  const tour = await begin()
  expect(await short(tour, 1)).toMatchObject({ answer: { replacedBy: null, releasedFrom: order } })
  expect(await readTour(tour.tourId)).toMatchObject({ state: 'done' })
  expect(await db.pickList.findFirst()).toMatchObject({ state: 'short' })
  expect(await db.stockHold.findMany({ where: { state: 'lost' } })).toMatchObject([{ quantity: 3 }])
  expect((await db.outboxEvent.findFirst({ where: { name: 'picking/stop.short' } }))?.data).toMatchObject({
    ...{ orderNumber: order, sku: 'MILK', bin: 'A01-01-A1', missing: 3, released: 3, rule: 'ship' },
  })
  const page = await findOrderPage(order, new Date())
  expect(page?.lines[0]?.picks).toEqual([{ bin: 'A01-01-A1', tote: 'T000001', picked: 1, missing: 3 }])
  expect(page?.timeline.map(({ text }) => text)).toContain(
    'Ann found 1 of 4 x Test MILK in A01-01-A1 (empty): 3 nowhere to be had',
  )
  expect(await countPicks(SHOP, true, new Date())).toMatchObject({
    ...{ lines: 1, units: 1, shorts: 1, accuracy: 1, tours: 1 },
    byPicker: [{ picker: ANN, shorts: 1 }],
  })
  expect(await countPicks(SHOP, false, new Date())).not.toHaveProperty('byPicker')
  expect(await strayLines()).toEqual([])
})

it('runs twice, changes once', async () => {
  await orderToPick({ MILK: 4 })
  const tour = await begin()
  await fillShelves([{ sku: 'MILK', bin: 'A01-03-A1', quantity: 9 }])
  const first = await short(tour, 1, { operationId: 'one' })
  const again = await Promise.all([1, 2].map(() => short(tour, 1, { operationId: 'one' })))
  expect(again).toEqual([first, first])
  expect(await db.tourStop.count()).toBe(2)
  expect(await stockByBin()).toMatchObject({ 'A01-01-A1 MILK': 4 })
  await db.pickAct.updateMany({ data: { isOwed: true } })
  expect(await short(tour, 1, { operationId: 'one' })).toEqual(first)
  expect(await stockByBin()).toMatchObject({ 'A01-01-A1 MILK': 4 })
  expect(await strayLines()).toEqual([])
})

it('waits for the missing units where the site does, and goes on when they come', async () => {
  await db.pickingRules.create({ data: { siteId: SHOP, onShort: 'wait' } })
  const order = await orderToPick({ MILK: 4 })
  await short(await begin(), 1)
  expect(await sweepTours(new Date())).toMatchObject({ waitingAgain: 0 })
  await fillShelves([{ sku: 'MILK', bin: 'A01-03-A1', quantity: 9 }])
  expect(await sweepTours(new Date())).toMatchObject({ waitingAgain: 1 })
  expect(await strayLines()).toEqual([])
  const rest = await begin()
  expect(rest.stops).toMatchObject([{ bin: 'A01-03-A1', quantity: 3, orderNumber: order }])
})

it('promises nothing that is left in the bin to new orders until it is counted', async () => {
  const standing = async (units: number) => {
    const order = await orderToPick({ MILK: units })
    const { rows } = await pool.query<{ status: string; bin: string | null }>(
      `SELECT orders.status, (SELECT bin.code FROM stock_hold JOIN stock_line line ON line.id = stock_line_id JOIN bin ON bin.id = bin_id
          WHERE order_number = orders.number) AS bin FROM orders WHERE number = $1`,
      [order],
    )
    return rows[0]
  }
  await orderToPick({ MILK: 4 })
  await short(await begin(), 1)
  expect(await standing(1)).toEqual({ status: 'refused', bin: null })
  await fillShelves([{ sku: 'MILK', bin: 'A01-03-A1', quantity: 2 }])
  expect(await standing(2)).toEqual({ status: 'placed', bin: 'A01-03-A1' })
  expect(await standing(1)).toEqual({ status: 'refused', bin: null })
  await db.stockCount.updateMany({ data: { state: 'approved' } })
  expect(await standing(1)).toEqual({ status: 'placed', bin: 'A01-01-A1' })
  expect(await strayLines()).toEqual([])
})

it('refuses in words what is not short, not theirs or not there', async () => {
  await orderToPick({ MILK: 4 })
  const tour = await begin()
  expect(await short(tour, 4)).toMatchObject({ outcome: 'conflict', reason: 'too-many' })
  expect(await short(tour, 0, { seq: 7 })).toMatchObject({ outcome: 'conflict', reason: 'unknown-stop' })
  expect(await short(tour, 0, {}, 'ben')).toMatchObject({ outcome: 'conflict', reason: 'not-yours' })
  expect(
    await shortPick(randomUUID(), 'ann', { operationId: 'o', seq: 1, found: 0, reason: 'x' }, new Date()),
  ).toEqual({
    outcome: 'unknown',
  })
  const { rows } = await pool.query('SELECT 1 FROM stock_hold WHERE state <> $1', ['held'])
  expect(rows).toEqual([])
})
