import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { SHOP, stockShop } from '@/lib/testing/open-shop'
import { forgetOldDecisions } from './forget-old-decisions'

beforeEach(async () => {
  await emptyDatabase()
  await stockShop({})
})

it('forgets what is older than thirteen months, once', async () => {
  const now = new Date('2026-11-22T00:00:00Z')
  const at = [new Date('2025-10-21T00:00:00Z'), new Date('2025-10-23T00:00:00Z')]
  await db.divertDecision.createMany({
    data: at.map((decidedAt, seq) => ({
      ...{
        id: randomUUID(),
        siteId: SHOP,
        sorter: 'S',
        scanner: 'S1',
        seq,
        action: 'pass',
        because: 'no-read',
      },
      ...{ scannedAt: decidedAt, decidedAt, deadlineMs: 100, elapsedMicros: 10 },
    })),
  })
  expect([await forgetOldDecisions(now), await forgetOldDecisions(now)]).toEqual([
    { forgotten: 1 },
    { forgotten: 0 },
  ])
  expect(await db.divertDecision.count()).toBe(1)
})
