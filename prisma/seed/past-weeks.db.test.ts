import { beforeEach, expect, it } from 'vitest'
import { foldHours } from '@/lib/figures/fold-hours'
import { readDay } from '@/lib/figures/read-day'
import { statement } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { SHOP, stockShop } from '@/lib/testing/open-shop'
import { seedPastWeeks } from './past-weeks'

beforeEach(async () => {
  await emptyDatabase()
  await stockShop({})
})
const days = () => statement<Record<string, unknown>>('past-days', 'SELECT * FROM site_day ORDER BY day', [])

it('leaves eight weeks, the same each time, and a fold leaves them alone', async () => {
  const now = new Date()
  await seedPastWeeks(SHOP, now)
  const first = await days()
  expect(first).toHaveLength(56)
  await seedPastWeeks(SHOP, now)
  await foldHours(now)
  expect(await days()).toEqual(first)
  const today = await readDay(SHOP, null, now)
  expect(today?.plan?.orders).toBeGreaterThan(500)
  expect(
    today?.figures
      .find(({ id }) => id === 'pick-accuracy')
      ?.trend.every((value) => value !== null && value > 0.98),
  ).toBe(true)
})
