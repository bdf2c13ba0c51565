import { beforeAll, expect, it } from 'vitest'
import { db, pool } from '@/lib/platform/db'
import { seedOpeningDay } from './opening-day'

beforeAll(() => seedOpeningDay(), 60_000)

it('opens a hall of 24 aisles and 5,760 bins in 3 climates, with 2,000 products', async () => {
  expect(await db.aisle.count()).toBe(24)
  expect(await db.bin.count()).toBe(5_760)
  expect(await db.zone.groupBy({ by: ['temperatureZone'] })).toHaveLength(3)
  expect(await db.product.count()).toBe(2_000)
})

it('gives every bin a place of its own that its label tells', async () => {
  const { rows } = await pool.query(
    `SELECT count(DISTINCT (x_metres, y_metres, level))::int AS places, bool_and(code ~ '^A\\d\\d-\\d\\d-[A-E][12]$') AS readable
       FROM bin`,
  )
  expect(rows).toEqual([{ places: 5_760, readable: true }])
})

it('stocks every product, and has a ledger that says what the bins say', async () => {
  const { rows: stocked } = await pool.query('SELECT count(DISTINCT sku)::int AS skus FROM stock_line')
  expect(stocked).toEqual([{ skus: 2_000 }])
  const { rows } = await pool.query(
    `SELECT 1 FROM (SELECT site_id, bin_id, sku, lot, sum(quantity) AS units FROM ledger_entry GROUP BY 1, 2, 3, 4) ledger
       FULL JOIN stock_line USING (site_id, bin_id, sku, lot) WHERE ledger.units IS DISTINCT FROM stock_line.on_hand`,
  )
  expect(rows).toHaveLength(0)
})

it('overfills no bin, keeps every item in its climate and apart from its look-alikes', async () => {
  const { rows } = await pool.query(
    `SELECT bin.code FROM stock_line JOIN product USING (sku) JOIN bin ON bin.id = bin_id JOIN aisle ON aisle.id = aisle_id
       JOIN zone ON zone.id = zone_id GROUP BY bin.id, zone.id
     HAVING sum(on_hand * product.volume_ml) > bin.volume_ml OR sum(on_hand * weight_grams) > bin.max_weight_grams
         OR bool_or(product.temperature_zone <> zone.temperature_zone) OR count(DISTINCT category) < count(*)`,
  )
  expect(rows).toHaveLength(0)
})

it('puts popular items in many bins and others in few', async () => {
  const binsOf = (sku: string) => db.stockLine.count({ where: { sku } })
  expect(await binsOf('BAN-1082185')).toBeGreaterThanOrEqual(12)
  expect(await binsOf('RAM-991379')).toBeLessThanOrEqual(3)
})

it('never lets stock go below what is held', async () => {
  const [line] = await db.stockLine.findMany({ take: 1 })
  await expect(
    db.stockLine.update({ where: { id: line?.id }, data: { held: (line?.onHand ?? 0) + 1 } }),
  ).rejects.toThrow()
  await expect(db.stockLine.update({ where: { id: line?.id }, data: { onHand: -1 } })).rejects.toThrow()
})

it('has a year of demand behind it, with some empty shelves, the same every time but for its dates', async () => {
  const { rows } = await pool.query(
    `SELECT count(DISTINCT sku)::int > 1900 AS items, count(DISTINCT day)::int AS days, count(*) BETWEEN 50000 AND 200000 AS rows,
            bool_or(out_of_stock_minutes > 0) AS short, bool_and(is_imported) AS imported, max(day) < now()::date + 1 AS past
       FROM demand_day`,
  )
  expect(rows).toEqual([{ items: true, days: 365, rows: true, short: true, imported: true, past: true }])
})

it('opens once, also when two processes start at the same time', async () => {
  const before = await db.inventoryEvent.count()
  await Promise.all([seedOpeningDay(), seedOpeningDay()])
  expect(await db.inventoryEvent.count()).toBe(before)
})
