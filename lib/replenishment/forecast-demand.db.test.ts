import { parquetReadObjects } from 'hyparquet'
import { beforeEach, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { SHOP, stockShop } from '@/lib/testing/open-shop'
import { exportDemand } from './export-demand'
import { forecastDemand } from './forecast-demand'
import {
  findCalendar,
  findDemand,
  findForecastsOwed,
  listForecasts,
  readCalendar,
  readForecast,
} from './queries'
import { setCalendar } from './set-calendar'

const NOW = new Date('2026-11-20T12:00:00+01:00')
const YESTERDAY = '2026-11-19'
const DAY_MS = 86_400_000
const WEEK = [3, 3, 4, 4, 6, 9, 0]

beforeEach(async () => {
  await emptyDatabase()
  await stockShop({ MILK: [5], EGGS: [5] })
  const data = ['MILK', 'EGGS'].flatMap((sku, at) =>
    Array.from({ length: 140 }, (_, ago) => ({
      ...{ siteId: SHOP, sku, day: new Date(Date.parse(YESTERDAY) - ago * DAY_MS), isImported: true },
      ordered: (at + 1) * (WEEK[(700 - ago) % 7] ?? 0),
    })).filter(({ ordered }) => ordered > 0),
  )
  await db.demandDay.createMany({ data })
})

it('makes a forecast of every SKU that was wanted; made twice it is the same', async () => {
  expect(await findForecastsOwed(NOW)).toEqual([{ site: SHOP, day: YESTERDAY }])
  await forecastDemand(SHOP, YESTERDAY, NOW)
  const first = await readForecast(SHOP, 'MILK')
  expect(first).toMatchObject({ site: SHOP, sku: 'MILK', madeOn: YESTERDAY })
  expect(first?.mean.slice(0, 7).map(Math.round)).toEqual([3, 4, 4, 6, 9, 0, 3])
  await forecastDemand(SHOP, YESTERDAY, NOW)
  expect(await readForecast(SHOP, 'MILK')).toEqual(first)
  expect(await findForecastsOwed(NOW)).toEqual([])
  expect((await listForecasts(SHOP, { limit: 1 })).nextCursor).toBe('EGGS')
  expect(await readForecast(SHOP, 'NOPE')).toBeNull()
})

it('hands out all days as CSV and as Parquet, the same in both', async () => {
  const csv = await new Response(exportDemand('csv', { site: SHOP, from: '2026-11-18' })).text()
  expect(csv.split('\n').slice(0, 2)).toEqual([
    'site,sku,day,ordered,sold,refused,shorted,outOfStockMinutes,revenueMinor,isImported',
    `${SHOP},EGGS,2026-11-19,6,0,0,0,0,0,true`,
  ])
  const file = await new Response(exportDemand('parquet', { site: SHOP })).arrayBuffer()
  const rows = await parquetReadObjects({ file })
  expect(rows).toHaveLength(240)
  const [last] = (await findDemand({ site: SHOP, sku: 'MILK' })).slice(-1)
  expect(
    rows.find(({ sku, day }) => sku === 'MILK' && (day as Date).toISOString().startsWith(last?.day ?? '')),
  ).toMatchObject({ ordered: last?.ordered, revenueMinor: 0n, isImported: true })
})

it('expects nothing on a day that will be closed, until it is said to be ordinary again', async () => {
  const day = '2026-11-20'
  await setCalendar(SHOP, [{ day, kind: 'closed', name: 'Stocktaking' }])
  await setCalendar(SHOP, [{ day, kind: 'closed', name: 'Stocktaking' }])
  expect(await findCalendar({ site: SHOP })).toEqual([{ day, kind: 'closed', name: 'Stocktaking' }])
  await forecastDemand(SHOP, YESTERDAY, NOW)
  expect((await readForecast(SHOP, 'MILK'))?.mean[0]).toBe(0)
  await setCalendar(SHOP, [{ day, kind: null, name: '' }])
  await forecastDemand(SHOP, YESTERDAY, NOW)
  expect((await readForecast(SHOP, 'MILK'))?.mean[0]).toBeGreaterThan(2)
})

it('expects of a promotion what earlier ones brought, and says what that was', async () => {
  const promotions = ['2026-09-10', '2026-10-01', '2026-10-22']
  await db.demandDay.updateMany({
    where: { sku: 'MILK', day: { in: promotions.map((day) => new Date(day)) } },
    data: { ordered: 30 },
  })
  await db.demandDay.updateMany({
    where: { sku: 'EGGS', day: { in: promotions.map((day) => new Date(day)) } },
    data: { ordered: 60 },
  })
  const name = 'Harvest week'
  await setCalendar(
    SHOP,
    [...promotions, '2026-11-26'].map((day) => ({ day, kind: 'promotion', name })),
  )
  await forecastDemand(SHOP, YESTERDAY, NOW)
  const mean = (await readForecast(SHOP, 'MILK'))?.mean ?? []
  expect(mean[6]).toBeGreaterThan(2 * (mean[13] ?? 0))
  const { effects } = await readCalendar({ site: SHOP })
  expect(effects).toMatchObject([
    { kind: 'holiday', factor: 1, days: 0 },
    { kind: 'promotion', days: 3 },
  ])
  expect(effects[1]?.factor).toBeGreaterThan(2)
})
