import { beforeAll, expect, it } from 'vitest'
import { db, pool } from '@/lib/platform/db'
import { seedOpeningDay } from './opening-day'

beforeAll(() => seedOpeningDay(), 60_000)

it('opens a hall of at least 20 aisles, 5,000 bins and 3 climates with 2,000 products', async () => {
  expect(await db.aisle.count()).toBeGreaterThanOrEqual(20)
  expect(await db.bin.count()).toBeGreaterThanOrEqual(5_000)
  expect(await db.zone.groupBy({ by: ['temperatureZone'] })).toHaveLength(3)
  expect(await db.product.count()).toBe(2_000)
})

it('has a ledger that says what the bins say', async () => {
  const { rows } = await pool.query(
    `SELECT 1 FROM (SELECT bin_id, sku, sum(quantity) AS units FROM inventory_event GROUP BY bin_id, sku) ledger
       FULL JOIN stock_line USING (bin_id, sku) WHERE ledger.units IS DISTINCT FROM stock_line.on_hand`,
  )
  expect(rows).toHaveLength(0)
})

it('overfills no bin and keeps every item in its climate', async () => {
  const { rows } = await pool.query(
    `SELECT bin.code FROM stock_line JOIN product USING (sku) JOIN bin ON bin.id = bin_id JOIN aisle ON aisle.id = aisle_id
       JOIN zone ON zone.id = zone_id GROUP BY bin.id, zone.id
     HAVING sum(on_hand * product.volume_ml) > bin.volume_ml OR sum(on_hand * weight_grams) > bin.max_weight_grams
         OR bool_or(product.temperature_zone <> zone.temperature_zone)`,
  )
  expect(rows).toHaveLength(0)
})

it('puts popular items in several bins', async () => {
  const { rows } = await pool.query(`SELECT count(*)::int AS bins FROM stock_line WHERE sku = 'BAN-1082185'`)
  expect(rows[0].bins).toBeGreaterThanOrEqual(8)
})

it('opens once', async () => {
  const before = await db.inventoryEvent.count()
  await seedOpeningDay()
  expect(await db.inventoryEvent.count()).toBe(before)
})
