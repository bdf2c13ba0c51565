import type pg from 'pg'
import { fillOrders } from './fill-orders'
import { withoutIndexes } from './without-indexes'

export const MONTHS = 24
export const SITES = Array.from({ length: 10 }, (_, n) => `COLD-${n}`)
const BINS = 1_000
export const SKUS = 500

/** Ten sites that were told as much each day for two years, with the stock that it comes to; by plain SQL. */
export async function fillLedger(database: pg.Client, events: number): Promise<void> {
  await database.query(
    `INSERT INTO site (id, name, time_zone, currency, locale) SELECT id, id, 'UTC', 'EUR', 'en-GB' FROM unnest($1::text[]) id`,
    [SITES],
  )
  await database.query(`
    INSERT INTO zone (site_id, code, name, temperature_zone) SELECT id, 'A', 'A', 'ambient' FROM site;
    INSERT INTO aisle (site_id, zone_id, code, x_metres) SELECT site_id, id, 'A01', 0 FROM zone;
    INSERT INTO bin (site_id, aisle_id, code, side, bay, level, x_metres, y_metres, volume_ml, max_weight_grams)
    SELECT site_id, id, 'A01-' || n, 'L', n, 1, 0, 0, 100000000, 100000000 FROM aisle, generate_series(1, ${BINS}) n;
    INSERT INTO product (sku, gtin, name, department, category, brand, package_size, temperature_zone, weight_grams, volume_ml, price_minor)
    SELECT 'SKU-' || n, lpad(n::text, 13, '0'), 'Product ' || n, 'D', 'C', 'B', '1 ct', 'ambient', 100, 100, 250 FROM generate_series(0, ${SKUS - 1}) n;
    CREATE TEMPORARY TABLE moment AS
    SELECT n, site_id, 'SKU-' || n % ${SKUS} AS sku, bin.id AS bin_id, bin.code, CASE WHEN n % 3 = 0 THEN -2 ELSE 2 END AS quantity,
           now() - (${events} - n) * interval '${MONTHS} months' / ${events} AS at
      FROM generate_series(1, ${events}) n JOIN bin ON bin.id = (SELECT min(id) FROM bin) + (n % ${SITES.length * BINS})`)
  await withoutIndexes(database, 'inventory_event', () =>
    database.query(
      `INSERT INTO inventory_event (id, source, event_id, type, site_id, sku, data, observed_at, recorded_at, traceparent, xid)
       SELECT n, '/scanner/' || n % 40, md5(n::text)::uuid, 'stowline.inventory.' || CASE WHEN quantity > 0 THEN 'received' ELSE 'picked' END || '.v1',
              site_id, sku, jsonb_build_object('site', site_id, 'sku', sku, 'quantity', abs(quantity), 'bin', code, 'observedAt', at), at, at,
              '00-' || md5(n::text) || '-' || left(md5(code), 16) || '-01', 1 FROM moment ORDER BY n`,
    ),
  )
  await withoutIndexes(database, 'ledger_entry', () =>
    database.query(
      `INSERT INTO ledger_entry (event_row, site_id, sku, bin_id, quantity, observed_at)
       SELECT n, site_id, sku, bin_id, quantity, at FROM moment ORDER BY n`,
    ),
  )
  await database.query(`
    INSERT INTO stock_line (site_id, sku, bin_id, on_hand)
    SELECT site_id, sku, bin_id, greatest(sum(quantity), 0) FROM ledger_entry GROUP BY 1, 2, 3;
    SELECT setval('inventory_event_id_seq', ${events}); DROP TABLE moment`)
}

/** Orders as they are when they are over, of two lines and a parcel each, all of more than a year ago. */
export async function fillOldOrders(database: pg.Client, orders: number): Promise<string> {
  const site = 'OLD-1'
  await fillOrders(database, site, orders)
  await database.query(`
    UPDATE orders SET status = 'shipped', created_at = created_at - interval '20 months', placed_at = placed_at - interval '20 months';
    INSERT INTO order_line (order_number, line_number, sku, name, quantity, unit_price_minor)
    SELECT number, n, 'SKU-' || n, 'Product ' || n, 1, 250 FROM orders, generate_series(1, 2) n;
    INSERT INTO stock_hold (order_number, line_number, stock_line_id, quantity, state)
    SELECT order_number, line_number, (SELECT min(id) FROM stock_line), 1, 'picked' FROM order_line;
    INSERT INTO shipment (id, order_number, carrier, packed_at, handed_over_at) SELECT 'P' || number, number, 'post', placed_at, placed_at FROM orders;
    INSERT INTO shipment_line (shipment_id, line_number, quantity) SELECT 'P' || order_number, line_number, 1 FROM order_line`)
  for (const table of ['orders', 'order_line', 'order_step', 'stock_hold', 'shipment', 'shipment_line'])
    await database.query(`VACUUM (FULL, ANALYZE) ${table}`)
  return site
}
