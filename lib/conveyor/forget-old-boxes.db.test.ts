import { beforeEach, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { SHOP, stockShop } from '@/lib/testing/open-shop'
import { forgetOldBoxes } from './forget-old-boxes'

beforeEach(async () => {
  await emptyDatabase()
  await stockShop({})
})

it('forgets boxes whose way ended thirteen months ago, once; who is still expected is still expected', async () => {
  const now = new Date('2026-11-22T00:00:00Z')
  const about = { siteId: SHOP, kind: 'parcel' as const, destination: 'ship' }
  await db.conveyorBox.createMany({
    data: [
      { ...about, barcode: 'OLD', state: 'arrived', changedAt: new Date('2025-10-21T00:00:00Z') },
      { ...about, barcode: 'NEAR', state: 'arrived', changedAt: new Date('2025-10-23T00:00:00Z') },
      { ...about, barcode: 'EXPECTED', changedAt: new Date('2025-10-21T00:00:00Z') },
    ],
  })
  expect([await forgetOldBoxes(now), await forgetOldBoxes(now)]).toEqual([{ forgotten: 1 }, { forgotten: 0 }])
  const left = await db.conveyorBox.findMany({ orderBy: { barcode: 'asc' } })
  expect(left.map(({ barcode }) => barcode)).toEqual(['EXPECTED', 'NEAR'])
})
