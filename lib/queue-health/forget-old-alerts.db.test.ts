import { beforeEach, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { SHOP, stockShop } from '@/lib/testing/open-shop'
import { forgetOldAlerts } from './forget-old-alerts'

const now = new Date('2026-11-22T00:00:00Z')
const before = new Date('2025-10-21T00:00:00Z')
const since = new Date('2025-10-23T00:00:00Z')

beforeEach(async () => {
  await emptyDatabase()
  await stockShop({})
})

it('forgets alerts that were over thirteen months ago with their notices, once; what still lasts stays', async () => {
  const about = { siteId: SHOP, topic: 'flow', severity: 'warning' as const, openedAt: before }
  const words = { cause: 'overload', message: 'late', ordersAffected: 1 }
  const { id: targetId } = await db.alertTarget.create({
    data: { siteId: SHOP, kind: 'email', address: 'night@example.com' },
  })
  const notices = { create: { targetId, event: 'opened', state: 'sent', dueAt: before } }
  const over = { ...about, ...words, notices, state: 'resolved' as const }
  await db.alert.create({ data: { ...over, queue: 'old', resolvedAt: before } })
  await db.alert.create({ data: { ...over, queue: 'near', resolvedAt: since } })
  await db.alert.create({ data: { ...over, queue: 'lasting', state: 'open' } })
  expect([await forgetOldAlerts(now), await forgetOldAlerts(now)]).toEqual([
    { forgotten: 1 },
    { forgotten: 0 },
  ])
  const left = await db.alert.findMany({ orderBy: { queue: 'asc' } })
  expect(left.map(({ queue }) => queue)).toEqual(['lasting', 'near'])
  expect(await db.alertNotice.count()).toBe(2)
})
