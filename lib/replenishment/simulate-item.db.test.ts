import { beforeEach, expect, it } from 'vitest'
import { db, pool } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { SHOP, stockShop } from '@/lib/testing/open-shop'
import { listSpaceAdvice } from './list-space-advice'
import { simulateItem } from './simulate-item'

const now = new Date('2026-11-21T09:00:00Z')

beforeEach(async () => {
  await emptyDatabase()
  await stockShop({ MILK: [12], TEA: [2, 3, 4] })
})

it('plays the past that is known, and says when it is too short', async () => {
  expect(await simulateItem(SHOP, 'MILK', now)).toMatchObject({ days: [], house: null, textbook: null })
  expect(await simulateItem(SHOP, 'NOTHING', now)).toBeNull()
  await pool.query(
    `INSERT INTO demand_day (site_id, sku, day, ordered, sold) SELECT $1, 'MILK', '2026-11-21'::date - ago, 3, 2 FROM generate_series(1, 200) ago`,
    [SHOP],
  )
  const played = await simulateItem(SHOP, 'MILK', now)
  expect(played).toMatchObject({ house: { wantedUnits: 420, fillRate: 1 }, textbook: { wantedUnits: 420 } })
  expect(played?.days).toHaveLength(84)
})

it('advises fewer bins for what would lie there for weeks', async () => {
  expect(await listSpaceAdvice(SHOP)).toEqual([])
  await db.forecast.create({
    data: {
      ...{ siteId: SHOP, sku: 'TEA', madeOn: new Date('2026-11-20'), madeAt: now, method: 'mean' },
      ...{
        mean: Array(28).fill(1),
        lower: Array(28).fill(0),
        upper: Array(28).fill(2),
        sumSd: Array(28).fill(1),
      },
    },
  })
  expect(await listSpaceAdvice(SHOP)).toMatchObject([{ sku: 'TEA', bins: 3, advisedBins: 1, dailyUnits: 1 }])
})
