import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { foldStockLevels } from '@/lib/inventory/fold-stock-levels'
import { db } from '@/lib/platform/db'
import { listRunningOut } from '@/lib/replenishment/list-running-out'
import { emptyDatabase } from '@/lib/testing/database'
import { openBelts } from '@/lib/testing/open-belts'
import { openPickShop, orderToPick } from '@/lib/testing/open-pick-shop'
import { openTestSandbox, SHOP } from '@/lib/testing/open-shop'
import { beginTourOf, handOver, packTote, walkTour } from '@/lib/testing/walk-orders'
import { foldHours } from './fold-hours'
import { listSiteFigures } from './list-site-figures'
import { listPlan } from './queries'
import { readDay } from './read-day'
import { setPlan } from './set-plan'
import { setTargets } from './set-targets'

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

const DAY_MS = 86_400_000
async function today() {
  const day = await readDay(SHOP, null, new Date())
  if (!day) throw new Error('there is no day')
  return day
}
const figureOf = (day: Awaited<ReturnType<typeof today>>, id: string) =>
  day.figures.find((one) => one.id === id)?.value

it('shows what has just happened, folded or not, and says the same of both', async () => {
  await orderToPick({ MILK: 3, BREAD: 1 })
  const tour = await beginTourOf()
  if (!tour) throw new Error('there is no tour')
  await walkTour(tour)
  await handOver((await packTote(tour.totes[0]?.tote ?? '')) ?? '')
  const late = await orderToPick({ MILK: 2 }, new Date(Date.now() - 3 * 3_600_000))
  const live = await today()
  expect(
    ['orders-in', 'orders-picked', 'orders-packed', 'orders-shipped'].map((id) => figureOf(live, id)),
  ).toEqual([...[2, 1, 1, 1]])
  expect(figureOf(live, 'fill-rate')).toBe(1)
  expect(live.risk).toMatchObject({
    late: 1,
    'at-risk': 0,
    linesPerHour: 2,
    orders: [{ orderNumber: late, linesLeft: 1 }],
  })
  expect(live.byHour.reduce((sum, orders) => sum + orders)).toBe(2)
  await foldHours(new Date())
  // A rate is of the time that a tour has taken by now.
  const settled = ({ figures }: typeof live) => figures.filter(({ id }) => !/^(line|unit)-rate$/.test(id))
  expect(settled(await today())).toEqual(settled(live))
  const { items } = await listSiteFigures('all', new Date())
  expect(items).toMatchObject([
    { site: SHOP, figures: { 'orders-in': 2, 'orders-shipped': 1 }, risk: { late: 1 } },
  ])
})

it('adds what came after the fold to what was folded, each of it once', async () => {
  await orderToPick({ MILK: 1 })
  const first = await beginTourOf()
  await foldHours(new Date())
  if (first) await walkTour(first)
  await orderToPick({ BREAD: 1 })
  const counts = async () => {
    const day = await today()
    const ids = ['orders-in', 'orders-picked', 'orders-packed'] as const
    return [...ids.map((id) => figureOf(day, id)), day.byHour.reduce((sum, orders) => sum + orders)]
  }
  const live = await counts()
  expect(live).toEqual([...[2, 1, 0], 2])
  await foldHours(new Date())
  expect(await counts()).toEqual(live)
})

it('leaves alone what an earlier system told of this hour', async () => {
  const hour = new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000)
  const { day } = await today()
  await db.siteHour.create({
    data: { siteId: SHOP, hour, day: new Date(day), isImported: true, ordersIn: 40 },
  })
  await orderToPick({ MILK: 1 })
  expect(figureOf(await today(), 'orders-in')).toBe(40)
})

it('expects what the same weekday brought, until somebody plans the day', async () => {
  const { day } = await today()
  const weekAgo = new Date(Date.parse(day) - 7 * DAY_MS)
  // Noon in Berlin or the hour beside it.
  const hour = new Date(weekAgo.getTime() + 11 * 3_600_000)
  await db.siteHour.create({ data: { siteId: SHOP, hour, day: weekAgo, isImported: true, ordersIn: 48 } })
  await db.siteDay.create({ data: { siteId: SHOP, day: weekAgo, ordersIn: 48 } })
  const usual = await today()
  expect(usual.plan).toMatchObject({ orders: 48, isOwn: false })
  expect(usual.figures.find(({ id }) => id === 'orders-in')?.trend.at(-7)).toBe(48)
  const weekday = new Date(day).getUTCDay() || 7
  await setPlan({ site: SHOP, weekday, orders: 240 }, 'Mara', new Date())
  await setPlan({ site: SHOP, weekday, orders: 240 }, 'Mara', new Date())
  expect((await listPlan(SHOP)).items).toMatchObject([{ weekday, orders: 240 }])
  expect((await today()).plan).toMatchObject({ orders: 240, isOwn: true })
  await setPlan({ site: SHOP, weekday, orders: null }, 'Mara', new Date())
  expect((await today()).plan).toMatchObject({ orders: 48 })
})

it('knows of no stock-outs where no demand is known, and of coming ones by lead time', async () => {
  const outs = async () => {
    const day = await today()
    return [figureOf(day, 'stock-outs'), figureOf(day, 'stock-outs-soon')]
  }
  expect(await outs()).toEqual([null, null])
  const { day } = await today()
  await db.demandDay.create({ data: { siteId: SHOP, sku: 'MILK', day: new Date(day), ordered: 2 } })
  const made = { siteId: SHOP, madeOn: new Date(day), madeAt: new Date(), method: 'naive' }
  const none = Array.from({ length: 28 }, () => 0)
  const forecast = (sku: string, units: number) => ({
    ...{ ...made, sku, mean: none.map(() => units), lower: none, upper: none, sumSd: none },
  })
  // Ten of each lie there.
  await db.forecast.createMany({ data: [forecast('MILK', 4), forecast('BREAD', 4)] })
  const term = { supplier: 'Farm', leadSdDays: 0, reviewDays: 1, packUnits: 1, minimumPacks: 1 }
  const said = { ...term, orderWeekdays: [], serviceLevel: 0.95, unitCostMinor: 1 }
  await db.supplyTerm.createMany({
    data: [
      { ...said, siteId: SHOP, sku: 'MILK', leadDays: 3 },
      { ...said, siteId: SHOP, sku: 'BREAD', leadDays: 2 },
    ],
  })
  await foldStockLevels()
  expect(await outs()).toEqual([0, 1])
  // The figure and the list behind it are one question.
  expect((await listRunningOut(SHOP)).length).toBe((await outs())[1])
})

it('shows a past day by what was kept of it, and no site that is none', async () => {
  await db.siteHour.create({
    data: {
      siteId: SHOP,
      hour: new Date('2026-03-03T10:00:00Z'),
      day: new Date('2026-03-03'),
      ordersIn: 7,
      ordersShipped: 5,
    },
  })
  const past = await readDay(SHOP, '2026-03-03', new Date())
  expect(past).toMatchObject({
    day: '2026-03-03',
    since: '2026-03-02T23:00:00.000Z',
    cutOffs: [],
    queue: null,
  })
  expect(past?.byHour[11]).toBe(7)
  expect(await readDay('NOWHERE', null, new Date())).toBeNull()
})

it('goes by the house’s own targets, said twice as once, and by the usual ones again', async () => {
  const aimOf = async (id: string) => {
    const { target, isOwnTarget } = (await today()).figures.find((figure) => figure.id === id) ?? {}
    return [target, isOwnTarget]
  }
  expect(await aimOf('line-rate')).toEqual([90, false])
  const wish = { site: SHOP, targets: [{ figure: 'line-rate' as const, target: 120 }] }
  for (const _ of [1, 2]) expect(await setTargets(wish, 'Mara', new Date())).toEqual({ outcome: 'set' })
  expect(await aimOf('line-rate')).toEqual([120, true])
  expect(await aimOf('orders-in')).toEqual([null, false])
  const [fill, line] = [
    { figure: 'fill-rate' as const, target: 1.2 },
    { figure: 'line-rate' as const, target: null },
  ]
  expect(await setTargets({ site: SHOP, targets: [line, fill] }, 'Mara', new Date())).toEqual({
    ...{ outcome: 'no-target', figure: 'fill-rate' },
  })
  expect(await aimOf('line-rate')).toEqual([120, true])
  await setTargets({ site: SHOP, targets: [line] }, 'Mara', new Date())
  expect(await aimOf('line-rate')).toEqual([90, false])
})
