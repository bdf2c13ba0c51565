import { pool } from '@/lib/platform/db'
import { SHOP } from './open-shop'

type Hall = { aisles?: number; binsAnAisle?: number; volumeMl?: number; weightGrams?: number; at?: string }

/** A site with a small hall: ambient aisles A01…, one chilled aisle C01; bins A01-1-A1… side by side. */
export async function openHall(hall: Hall = {}): Promise<void> {
  const { aisles = 2, binsAnAisle = 4, volumeMl = 10_000, weightGrams = 10_000, at = SHOP } = hall
  await pool.query(
    `WITH site AS (
       INSERT INTO site (id, name, time_zone, currency, locale) VALUES ($1, 'Hall', 'UTC', 'EUR', 'en-GB') RETURNING id
     ), plan AS (
       INSERT INTO floor_plan (site_id, width_metres, depth_metres, cross_y_metres)
       SELECT id, 40, 30, ARRAY[1.2, 28] FROM site
     ), zone AS (
       INSERT INTO zone (site_id, code, name, temperature_zone)
       SELECT id, code, code, climate::temperature_zone FROM site, (VALUES ('A', 'ambient'), ('C', 'chilled')) AS z(code, climate)
       RETURNING id, code
     ), aisle AS (
       INSERT INTO aisle (site_id, zone_id, code, x_metres)
       SELECT $1, zone.id, zone.code || to_char(n, 'FM00'), n * 3 FROM zone, generate_series(1, $2::int) n WHERE zone.code = 'A' OR n = 1
       RETURNING id, code, x_metres
     )
     INSERT INTO bin (site_id, aisle_id, code, side, bay, level, x_metres, y_metres, volume_ml, max_weight_grams)
     SELECT $1, aisle.id, aisle.code || '-' || n || '-A1', 'L', n, 1, aisle.x_metres, n, $4, $5
       FROM aisle, generate_series(1, $3::int) n`,
    [at, aisles, binsAnAisle, volumeMl, weightGrams],
  )
}

type Item = { category?: string; climate?: 'ambient' | 'chilled'; volumeMl?: number; weightGrams?: number }

/** Products by SKU, of a litre and a kilogram and each of a category of its own unless said. */
export async function addProducts(items: Record<string, Item>): Promise<void> {
  const rows = Object.entries(items).map(([sku, item], n) => ({
    ...{ sku, gtin: `30${String(n).padStart(11, '0')}`, name: `Test ${sku}`, category: item.category ?? sku },
    ...{ temperature_zone: item.climate ?? 'ambient', weight_grams: item.weightGrams ?? 1_000 },
    ...{
      volume_ml: item.volumeMl ?? 1_000,
      department: 'Test',
      brand: '',
      package_size: '1 ct',
      price_minor: 100,
    },
  }))
  await pool.query('INSERT INTO product SELECT * FROM json_populate_recordset(NULL::product, $1)', [
    JSON.stringify(rows),
  ])
}

/** What breaks the rules of a hall, by bin: volume, weight, climate, look-alikes, lots. What room is kept for counts as there. */
export async function wrongBins(site = SHOP): Promise<unknown[]> {
  const { rows } = await pool.query(
    `WITH part AS (
       SELECT bin_id, sku, lot, expires_on, on_hand AS units FROM stock_line WHERE on_hand > 0
       UNION ALL
       SELECT bin_id, load.sku, load.lot, stow.expires_on, load.quantity FROM stow_load load JOIN stow_order stow ON stow.id = stow_order_id
        WHERE load.state = 'open'
     )
     SELECT bin.code, sum(units * product.volume_ml) AS volume, sum(units * weight_grams) AS weight, array_agg(DISTINCT part.sku || ' ' || lot) AS content
       FROM part JOIN product ON product.sku = part.sku JOIN bin ON bin.id = bin_id JOIN aisle ON aisle.id = aisle_id
       JOIN zone ON zone.id = zone_id
      WHERE bin.site_id = $1 AND bin.bay > 0 GROUP BY bin.id, zone.id
     HAVING sum(units * product.volume_ml) > bin.volume_ml OR sum(units * weight_grams) > bin.max_weight_grams
         OR bool_or(product.temperature_zone <> zone.temperature_zone)
         OR count(DISTINCT part.sku) > count(DISTINCT category)
         OR count(DISTINCT (part.sku, lot, expires_on)) > count(DISTINCT part.sku)`,
    [site],
  )
  return rows
}
