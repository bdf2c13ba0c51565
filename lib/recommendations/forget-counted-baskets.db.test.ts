import { beforeEach, expect, it } from 'vitest'
import { pool } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { countBaskets } from './count-baskets'
import { forgetCountedBaskets, KEPT_DAYS } from './forget-counted-baskets'
import { listRecommendations } from './queries'

beforeEach(() => emptyDatabase())

it('forgets which baskets were counted long ago, once, and keeps what they taught', async () => {
  const now = new Date('2026-11-21T12:00:00Z')
  const baskets = ['1', '2', '3', '4'].map((orderNumber) => ({
    siteId: 'S',
    orderNumber,
    placedAt: now,
    skus: ['MILK', 'BREAD'],
  }))
  await countBaskets(baskets)
  await pool.query(
    "UPDATE counted_basket SET counted_at = $1::timestamptz - make_interval(days => $2) WHERE order_number <> '4'",
    [now, KEPT_DAYS + 1],
  )
  expect(await forgetCountedBaskets(now)).toEqual({ forgotten: 3 })
  expect(await forgetCountedBaskets(now)).toEqual({ forgotten: 0 })
  expect(await listRecommendations(['MILK'], ['S'], 10)).toMatchObject([{ sku: 'BREAD', boughtTogether: 4 }])
})
