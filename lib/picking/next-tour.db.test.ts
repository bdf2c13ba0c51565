import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { db, pool } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { fillShelves, openPickShop, orderToPick } from '@/lib/testing/open-pick-shop'
import { openTestSandbox, SHOP } from '@/lib/testing/open-shop'
import { strayLines } from '@/lib/testing/tell-stock'
import { expeditePickList } from './expedite-pick-list'
import { extendLease } from './extend-lease'
import { giveBackTour } from './give-back-tour'
import { nextTour } from './next-tour'
import { listOpenPickLists } from './queries'
import { reassignTour } from './reassign-tour'

let sandbox: Awaited<ReturnType<typeof openTestSandbox>>
beforeAll(async () => {
  sandbox = await openTestSandbox()
})
afterAll(() => sandbox.close())
beforeEach(async () => {
  await emptyDatabase()
  await openPickShop([
    { sku: 'MILK', bin: 'A01-01-A1', quantity: 20 },
    { sku: 'MILK', bin: 'A02-04-A1', quantity: 20 },
    { sku: 'BREAD', bin: 'A02-03-A1', quantity: 20 },
    { sku: 'TEA', bin: 'A03-07-B2', quantity: 20 },
  ])
})

const ANN = { id: 'ann', name: 'Ann' }
const BEN = { id: 'ben', name: 'Ben' }
const next = (picker = ANN) => nextTour(SHOP, picker, new Date())

it('gives a tour of what is held, the same one again, and nothing when nothing waits', async () => {
  expect(await next()).toBeNull()
  const order = await orderToPick({ MILK: 3, BREAD: 2 })
  const tour = await next()
  expect(tour).toMatchObject({ site: SHOP, state: 'walking', version: 1, picker: ANN, isOptimal: true })
  expect(tour?.totes).toMatchObject([{ orderNumber: order, slot: 1 }])
  expect(tour?.stops.map(({ seq, sku, quantity }) => [seq, sku, quantity]).sort()).toEqual([
    [1, expect.any(String), expect.any(Number)],
    [2, expect.any(String), expect.any(Number)],
  ])
  expect(tour?.walkMetres).toBeLessThanOrEqual(tour?.baselineMetres ?? 0)
  expect(tour?.walkMetres).toBe(tour?.lowerBoundMetres)
  expect((await next())?.tourId).toBe(tour?.tourId)
  expect(await next(BEN)).toBeNull()
  expect(await strayLines()).toEqual([])
})

it('takes units from the bin that makes the walk short, and moves the hold there', async () => {
  const order = await orderToPick({ MILK: 1, BREAD: 1 })
  await pool.query(
    `UPDATE stock_hold SET stock_line_id = (SELECT line.id FROM stock_line line JOIN bin ON bin.id = bin_id WHERE bin.code = 'A01-01-A1')
      WHERE order_number = $1 AND stock_line_id IN (SELECT id FROM stock_line WHERE sku = 'MILK')`,
    [order],
  )
  await pool.query(
    `UPDATE stock_line SET held = (SELECT coalesce(sum(quantity), 0) FROM stock_hold WHERE stock_line_id = stock_line.id AND state = 'held')`,
  )
  const tour = await next()
  expect(tour?.stops.map(({ bin }) => bin).sort()).toEqual(['A02-03-A1', 'A02-04-A1'])
  expect(await strayLines()).toEqual([])
})

it('never offers a later lot while an earlier one has units free, unless the site says so', async () => {
  await fillShelves([
    { sku: 'MILK', bin: 'A03-01-A1', quantity: 2, lot: 'OLD', expiresOn: '2099-01-01' },
    { sku: 'MILK', bin: 'A01-02-A1', quantity: 9, lot: 'NEW', expiresOn: '2099-02-01' },
  ])
  await orderToPick({ MILK: 3 })
  const tour = await next()
  expect(tour?.stops.map(({ lot, quantity }) => [lot, quantity]).sort()).toEqual([
    ['NEW', 1],
    ['OLD', 2],
  ])
})

it('never gives one list to two pickers, however many ask at once', async () => {
  await db.pickingRules.create({ data: { siteId: SHOP, cartTotes: 2 } })
  const orders = await Promise.all(Array.from({ length: 6 }, () => orderToPick({ MILK: 1, TEA: 1 })))
  const pickers = Array.from({ length: 5 }, (_, at) => ({ id: `p${at}`, name: `P ${at}` }))
  const tours = await Promise.all(pickers.map((picker) => next(picker)))
  const given = tours.flatMap((tour) => tour?.totes.map(({ orderNumber }) => orderNumber) ?? [])
  expect([...given].sort()).toEqual([...orders].sort())
  expect(tours.filter(Boolean)).toHaveLength(3)
  expect(await strayLines()).toEqual([])
})

it('takes what is due first, and what is expedited before that', async () => {
  await db.pickingRules.create({ data: { siteId: SHOP, cartTotes: 1 } })
  const late = await orderToPick({ MILK: 1 }, new Date(Date.now() + 3_600_000))
  const soon = await orderToPick({ MILK: 1 }, new Date(Date.now() - 3_600_000))
  expect((await next())?.totes[0]?.orderNumber).toBe(soon)
  await orderToPick({ MILK: 1 }, new Date(Date.now() - 3_600_000))
  const list = (await listOpenPickLists(SHOP, 10)).items.find(({ orderNumber }) => orderNumber === late)
  expect(await expeditePickList(list?.pickListId ?? '')).toEqual({ outcome: 'expedited' })
  expect(await expeditePickList(list?.pickListId ?? '')).toEqual({ outcome: 'expedited' })
  expect((await next(BEN))?.totes[0]?.orderNumber).toBe(late)
  expect(await expeditePickList(list?.pickListId ?? '')).toEqual({ outcome: 'not-open', state: 'touring' })
})

it('gives the rest of a tour back once, open for the next picker', async () => {
  const order = await orderToPick({ MILK: 1 })
  const tour = await next()
  const id = tour?.tourId ?? ''
  expect(await giveBackTour(id, 'ben', 'no', new Date())).toEqual({ outcome: 'not-yours' })
  expect(await giveBackTour(id, 'ann', 'tired', new Date())).toEqual({ outcome: 'given-back', version: 2 })
  expect(await giveBackTour(id, 'ann', 'tired', new Date())).toEqual({ outcome: 'given-back', version: 2 })
  expect(await extendLease(id, 'ann', new Date())).toEqual({ outcome: 'not-yours' })
  expect((await next(BEN))?.totes[0]?.orderNumber).toBe(order)
})

it('gives a tour to another picker, who has none yet, and tells the first that it is gone', async () => {
  const user = { email: 'ben@example.com', role: 'picker' }
  await db.user.create({
    data: { id: 'ben', name: 'Ben', ...user, memberships: { create: { siteId: SHOP } } },
  })
  await orderToPick({ MILK: 1 })
  const id = (await next())?.tourId ?? ''
  expect(await reassignTour(id, 'nobody', 'Eve', new Date())).toEqual({ outcome: 'unknown-picker' })
  expect(await reassignTour(id, 'ben', 'Eve', new Date())).toEqual({ outcome: 'reassigned', version: 2 })
  expect(await extendLease(id, 'ann', new Date())).toEqual({ outcome: 'not-yours' })
  expect((await next(BEN))?.tourId).toBe(id)
  await orderToPick({ MILK: 1 })
  const other = (await next())?.tourId ?? ''
  expect(await reassignTour(other, 'ben', 'Eve', new Date())).toEqual({ outcome: 'busy' })
  expect(await reassignTour(other, null, 'Eve', new Date())).toMatchObject({ outcome: 'reassigned' })
  expect((await next())?.tourId).not.toBe(other)
})
