import type pg from 'pg'

const BINS_AN_AISLE = 500

/**
 * Lays a hall of so many bins beside what the demo's site has and stocks two of three of them, by plain SQL: aisles 3.6 m
 * apart with 25 bays of 2 positions and 5 levels on either side.
 */
export async function openHallOfBins(database: pg.Client, site: string, bins: number): Promise<void> {
  const { rows } = await database.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM bin WHERE site_id = $1 AND bay > 0',
    [site],
  )
  const aisles = Math.ceil(Math.max(0, bins - (rows[0]?.count ?? 0)) / BINS_AN_AISLE)
  await database.query(
    `WITH zone AS (SELECT id FROM zone WHERE site_id = $1 ORDER BY id LIMIT 1),
     first AS (SELECT max(x_metres) + 3.6 AS x FROM aisle WHERE site_id = $1),
     lane AS (
       INSERT INTO aisle (site_id, zone_id, code, x_metres)
       SELECT $1, zone.id, 'Z' || lpad(n::text, 3, '0'), first.x + (n - 1) * 3.6 FROM zone, first, generate_series(1, $2::int) n
       RETURNING id, code, x_metres)
     INSERT INTO bin (site_id, aisle_id, code, side, bay, level, x_metres, y_metres, volume_ml, max_weight_grams, pick_height_metres)
     SELECT $1, lane.id, format('%s-%s-%s%s', lane.code, lpad(bay::text, 2, '0'), chr(64 + level), position),
            CASE WHEN bay % 2 = 1 THEN 'L' ELSE 'R' END, bay, level, lane.x_metres + CASE WHEN bay % 2 = 1 THEN -1.5 ELSE 1.5 END,
            2.4 + ((bay - 1) / 2) * 2.4 + (position - 0.5) * 1.2, 240000, 150000, (level - 1) * 0.4
       FROM lane, generate_series(1, 50) bay, generate_series(1, 5) level, generate_series(1, 2) position`,
    [site, aisles],
  )
  await database.query(
    `INSERT INTO stock_line (site_id, sku, bin_id, on_hand, stocked_at)
     SELECT $1, product.sku, bin.id, 5 + bin.id % 60, now() - (bin.id % 30) * interval '1 day'
       FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM bin WHERE site_id = $1 AND code LIKE 'Z%' AND id % 3 > 0) bin
       JOIN (SELECT sku, row_number() OVER (ORDER BY sku) AS n, count(*) OVER () AS all FROM product) product
         ON product.n = 1 + bin.n % product.all
     ON CONFLICT DO NOTHING`,
    [site],
  )
  await database.query(
    `INSERT INTO floor_plan (site_id, width_metres, depth_metres, cross_y_metres)
     SELECT $1, max(x_metres) + 3, max(y_metres) + 3, ARRAY[1.2, max(y_metres) + 1.8] FROM bin WHERE site_id = $1 AND bay > 0
     ON CONFLICT (site_id) DO UPDATE SET version = floor_plan.version + 1, width_metres = excluded.width_metres,
       depth_metres = greatest(floor_plan.depth_metres, excluded.depth_metres), changed_at = now()`,
    [site],
  )
  await database.query('ANALYZE bin, stock_line')
}
