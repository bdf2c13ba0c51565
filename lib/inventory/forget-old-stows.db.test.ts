import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { SHOP, stockShop } from '@/lib/testing/open-shop'
import { forgetOldStows } from './forget-old-stows'

beforeEach(async () => {
  await emptyDatabase()
  await stockShop({ MILK: [1] })
})

it('forgets where to stow was said thirteen months ago, once; a place that is still kept stays', async () => {
  const now = new Date('2026-11-22T00:00:00Z')
  const { id: binId } = await db.bin.findFirstOrThrow()
  const asked = (operationId: string, askedAt: Date, state: 'open' | 'stowed') =>
    db.stowOrder.create({
      data: {
        ...{ id: randomUUID(), siteId: SHOP, operationId, sku: 'MILK', quantity: 1, askedBy: 'Ada', askedAt },
        keptUntil: askedAt,
        loads: {
          create: {
            ...{ binId, sku: 'MILK', quantity: 1, volumeMl: 1, weightGrams: 1 },
            ...{ keptUntil: askedAt, state },
          },
        },
      },
    })
  const before = new Date('2025-10-21T00:00:00Z')
  await asked('OLD', before, 'stowed')
  await asked('NEAR', new Date('2025-10-23T00:00:00Z'), 'stowed')
  await asked('OPEN', before, 'open')
  expect([await forgetOldStows(now), await forgetOldStows(now)]).toEqual([{ forgotten: 1 }, { forgotten: 0 }])
  const left = await db.stowOrder.findMany({ orderBy: { operationId: 'asc' } })
  expect(left.map(({ operationId }) => operationId)).toEqual(['NEAR', 'OPEN'])
})
