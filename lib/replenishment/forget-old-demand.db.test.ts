import { beforeEach, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { SHOP, stockShop } from '@/lib/testing/open-shop'
import { forgetOldDemand } from './forget-old-demand'

const now = new Date('2026-11-22T00:00:00Z')

beforeEach(async () => {
  await emptyDatabase()
  await stockShop({ MILK: [1] })
})

it('forgets what was wanted more than thirty-seven months ago, once', async () => {
  const days = ['2023-10-21', '2023-10-22', '2026-11-21'].map((day) => new Date(day))
  await db.demandDay.createMany({ data: days.map((day) => ({ siteId: SHOP, sku: 'MILK', day, ordered: 1 })) })
  expect([await forgetOldDemand(now), await forgetOldDemand(now)]).toEqual([
    { forgotten: 1 },
    { forgotten: 0 },
  ])
  const left = await db.demandDay.findMany({ orderBy: { day: 'asc' } })
  expect(left.map(({ day }) => day.toISOString().slice(0, 10))).toEqual(['2023-10-22', '2026-11-21'])
})
