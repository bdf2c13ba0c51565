import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { blockStretch } from '@/lib/floor/block-stretch'
import { liftBlock } from '@/lib/floor/lift-block'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { openPickShop, orderToPick } from '@/lib/testing/open-pick-shop'
import { openTestSandbox, SHOP } from '@/lib/testing/open-shop'
import { confirmPicks } from './confirm-picks'
import { listLiveTours, listTours } from './list-tours'
import { nextTour } from './next-tour'
import { reRouteTours } from './re-route-tour'
import { readTour } from './read-tour'

let sandbox: Awaited<ReturnType<typeof openTestSandbox>>
beforeAll(async () => {
  sandbox = await openTestSandbox()
})
afterAll(() => sandbox.close())
beforeEach(async () => {
  await emptyDatabase()
  await openPickShop([
    { sku: 'MILK', bin: 'A01-02-A1', quantity: 9 },
    { sku: 'BREAD', bin: 'A02-03-A1', quantity: 9 },
    { sku: 'TEA', bin: 'A03-05-A1', quantity: 9 },
  ])
  await orderToPick({ MILK: 1, BREAD: 1, TEA: 1 })
})

const begin = async () => {
  const tour = await nextTour(SHOP, { id: 'ann', name: 'Ann' }, new Date())
  if (!tour) throw new Error('there is no tour')
  return tour
}

it('lays the rest of a walk round what is blocked, from where the picker stands, once; no stop changes its name', async () => {
  const tour = await begin()
  const [first, second] = tour.stops
  if (!first || !second) throw new Error('too few stops')
  const told = {
    operationId: 'o',
    seq: first.seq,
    bin: first.bin,
    sku: first.sku,
    quantity: 1,
    at: tour.startedAt,
  }
  await confirmPicks(tour.tourId, 'ann', [told], new Date())
  const before = await readTour(tour.tourId)
  // In front of the second stop, on the side from which the picker comes.
  await blockStretch(
    SHOP,
    { aisle: second.aisle, fromYMetres: 1.2, toYMetres: second.yMetres - 0.5, reason: 'spill' },
    'Eve',
  )
  expect(await reRouteTours(SHOP, new Date())).toEqual({ reRouted: 1 })
  expect(await reRouteTours(null, new Date())).toEqual({ reRouted: 0 })
  const after = await readTour(tour.tourId)
  expect(after?.version).toBe((before?.version ?? 0) + 1)
  expect(after?.walkMetres).toBeGreaterThan(tour.walkMetres)
  expect(after?.isOptimal).toBe(true)
  const nameOf = (stops: typeof tour.stops) => stops.map(({ seq, bin }) => `${seq} ${bin}`).sort()
  expect(nameOf(after?.stops ?? [])).toEqual(nameOf(tour.stops))
  expect(await db.outboxEvent.count({ where: { name: 'picking/tour.re-routed' } })).toBe(1)
})

it('leaves alone whom a block does not concern', async () => {
  const tour = await begin()
  const blocking = await blockStretch(SHOP, { aisle: 'A03', crossRow: 2, reason: 'spill' }, 'Eve')
  // There is no piece right of the last aisle, or nobody walks there.
  if (blocking.outcome === 'blocked') await liftBlock(SHOP, blocking.block.id, 'Eve')
  await reRouteTours(SHOP, new Date())
  expect(await readTour(tour.tourId)).toMatchObject({ version: 1, walkMetres: tour.walkMetres })
})

it('shows tours to managers in a list and to the map while they are walked', async () => {
  const tour = await begin()
  expect((await listTours({ siteIds: [SHOP], limit: 10 })).items).toMatchObject([
    { tourId: tour.tourId, orders: 1, stopsDone: 0, stopsTotal: 3, nextBin: tour.stops[0]?.bin, shorts: 0 },
  ])
  const [live] = await listLiveTours(SHOP, new Date())
  expect(live).toMatchObject({ tourId: tour.tourId, picker: 'Ann', color: 0, done: 0, total: 3, late: false })
  expect(live?.at).toEqual({ x: tour.start.xMetres, y: tour.start.yMetres })
  expect(await listLiveTours(SHOP, new Date(Date.now() + 86_400_000))).toMatchObject([{ late: true }])
})
