import type pg from 'pg'

export const SMALL = 'STOW-1'
export const LARGE = 'INDEX-1'

/** A hall of so many bins of 240 l and 150 kg, 240 to an aisle, four in five aisles ambient. */
export async function buildHall(database: pg.Client, site: string, bins: number): Promise<void> {
  await database.query(
    `INSERT INTO site (id, name, time_zone, currency, locale) VALUES ($1, $1, 'UTC', 'USD', 'en-US')`,
    [site],
  )
  await database.query(
    `INSERT INTO floor_plan (site_id, width_metres, depth_metres, cross_y_metres) VALUES ($1, 400, 40, ARRAY[1.2, 38])`,
    [site],
  )
  await database.query(
    `INSERT INTO zone (site_id, code, name, temperature_zone) VALUES ($1, 'A', 'A', 'ambient'), ($1, 'C', 'C', 'chilled')`,
    [site],
  )
  await database.query(
    `INSERT INTO aisle (site_id, zone_id, code, x_metres)
     SELECT $1, zone.id, 'A' || to_char(n, 'FM000'), n * 3.6 FROM generate_series(1, ceil($2::int / 240.0)::int) n
       JOIN zone ON zone.site_id = $1 AND zone.code = CASE WHEN n % 5 = 0 THEN 'C' ELSE 'A' END`,
    [site, bins],
  )
  await database.query(
    `INSERT INTO bin (site_id, aisle_id, code, side, bay, level, x_metres, y_metres, pick_height_metres, volume_ml, max_weight_grams)
     SELECT $1, aisle.id, aisle.code || '-' || to_char(bay, 'FM00') || '-' || chr(64 + level) || '1', CASE WHEN bay % 2 = 1 THEN 'L' ELSE 'R' END,
            bay, level, aisle.x_metres, bay * 0.6, (level - 1) * 0.4, 240000, 150000
       FROM aisle, generate_series(1, 48) bay, generate_series(1, 5) level WHERE aisle.site_id = $1 LIMIT $2`,
    [site, bins],
  )
}

/** Products with names of three words out of lists, so that half a name finds few of many. */
export async function addProducts(
  database: pg.Client,
  prefix: string,
  many: number,
  categories: number,
): Promise<void> {
  await database.query(
    `INSERT INTO product (sku, gtin, name, department, category, brand, package_size, temperature_zone, weight_grams, volume_ml, price_minor)
     SELECT $1 || n, lpad(($4::bigint + n)::text, 13, '0'),
            (ARRAY['Organic','Whole','Smoked','Fresh','Salted','Roasted','Crunchy','Golden','Wild','Sweet'])[1 + n % 10] || ' ' ||
            (ARRAY['almond','barley','cashew','dill','endive','fennel','ginger','hazelnut','juniper','kale','lentil','mango','nutmeg','olive','papaya','quinoa','raisin','sesame','tomato','walnut'])[1 + n / 10 % 20] || ' ' ||
            (ARRAY['yogurt','bread','soup','sauce','cereal','cheese','juice','crackers','pasta','salad'])[1 + n / 200 % 10] || ' ' || substr(md5(n::text), 1, 5),
            'Bench', $1 || n % $3, '', '1 ct', CASE WHEN n % 5 = 0 THEN 'chilled' ELSE 'ambient' END::temperature_zone,
            100 + n * 37 % 1900, 150 + n * 53 % 2600, 100 FROM generate_series(1, $2::int) n`,
    [prefix, many, categories, prefix === 'S' ? 4_000_000 : 5_000_000],
  )
}

/** So many lines of stock over all bins of a site, and one entry of the ledger for each, a fifth of them of today. */
export async function fillBins(
  database: pg.Client,
  site: string,
  prefix: string,
  lines: number,
  products: number,
): Promise<void> {
  await database.query(
    `WITH bin AS (
       SELECT id, row_number() OVER (ORDER BY id) - 1 AS place FROM bin WHERE site_id = $1
     ), line AS (
       SELECT n, n % (SELECT count(*) FROM bin) AS place FROM generate_series(0, $3::int - 1) n
     )
     INSERT INTO stock_line (site_id, sku, bin_id, on_hand)
     SELECT $1, $2 || 1 + (n * 7919::bigint) % $4, bin.id, 1 + n % 9 FROM line JOIN bin USING (place) ON CONFLICT DO NOTHING`,
    [site, prefix, lines, products],
  )
  await database.query(
    `WITH event AS (
       INSERT INTO inventory_event (source, event_id, type, site_id, sku, data, observed_at)
       SELECT 'bench', line.id::text, 'stowline.inventory.stowed.v1', $1, line.sku, '{}', now() - (line.id % 5) * interval '1 day'
         FROM stock_line line WHERE site_id = $1 RETURNING id, event_id, observed_at
     )
     INSERT INTO ledger_entry (event_row, site_id, sku, bin_id, quantity, observed_at)
     SELECT event.id, $1, line.sku, line.bin_id, line.on_hand, event.observed_at
       FROM event JOIN stock_line line ON line.id = event.event_id::int`,
    [site],
  )
  // The marks of a fill are folded by the first list otherwise, and autovacuum comes at its own time.
  await database.query('SELECT fold_stock_levels()')
  await database.query('VACUUM ANALYZE')
}
