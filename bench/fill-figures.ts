import type pg from 'pg'
import { COUNTS } from '@/lib/figures/rules/counts'

const columns = COUNTS.map((count) => count.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))

/** So many sites with hours and days of a year, as the night shift would have folded them; the first one has orders too. */
export async function fillFigures(database: pg.Client, sites: string[], days: number): Promise<void> {
  await database.query(
    `INSERT INTO site (id, name, time_zone, currency, locale) SELECT id, 'Bench ' || id, 'Europe/Berlin', 'EUR', 'en-GB' FROM unnest($1::text[]) id
     ON CONFLICT DO NOTHING`,
    [sites],
  )
  const numbers = columns.map((column, at) => `20 + (hashint4(n + ${at}) & 63) AS ${column}`)
  await database.query(
    `INSERT INTO site_hour (site_id, hour, day, is_imported, ${columns.join(', ')})
     SELECT id, at, (at AT TIME ZONE 'Europe/Berlin')::date, true, ${columns.join(', ')}
       FROM unnest($1::text[]) id, generate_series(1, $2) n,
            LATERAL (SELECT date_trunc('hour', now()) - n * interval '1 hour' AS at, ${numbers.join(', ')}) filled`,
    [sites, days * 24],
  )
  await database.query(
    `INSERT INTO site_day (site_id, day, ${columns.join(', ')})
     SELECT site_id, day, ${columns.map((column) => `sum(${column})`).join(', ')} FROM site_hour GROUP BY 1, 2 ON CONFLICT DO NOTHING`,
  )
  await database.query(
    'INSERT INTO hours_folded (until) VALUES (now()) ON CONFLICT (id) DO UPDATE SET until = now()',
  )
}

/** What became of a site's orders of the last two days: shipped, but for those of the last hour and a half. */
export async function workOff(database: pg.Client, site: string): Promise<void> {
  const recent = `orders.site_id = '${site}' AND placed_at > now() - interval '2 days'`
  const done = `placed_at < now() - interval '90 minutes'`
  await database.query(
    `INSERT INTO pick_list (id, site_id, order_number, customer_name, state, due_at, closed_at)
     SELECT gen_random_uuid(), site_id, number, customer_name, (CASE WHEN ${done} THEN 'picked' ELSE 'open' END)::pick_list_state,
            placed_at + interval '2 hours', CASE WHEN ${done} THEN placed_at + interval '1 hour' END FROM orders WHERE ${recent}`,
  )
  await database.query(
    `INSERT INTO order_line (order_number, line_number, sku, name, quantity, unit_price_minor)
     SELECT number, line, 'SKU-' || line, 'Item', 1, 500 FROM orders, generate_series(1, 3) line WHERE ${recent}`,
  )
  await database.query(
    `INSERT INTO shipment (id, order_number, carrier, packed_at, handed_over_at, handed_over_by)
     SELECT 'S' || number, number, 'DHL', placed_at + interval '65 minutes', placed_at + interval '85 minutes', 'bench' FROM orders
      WHERE ${recent} AND ${done}`,
  )
  await database.query(
    `INSERT INTO shipment_line (shipment_id, line_number, quantity)
     SELECT 'S' || number, line, 1 FROM orders, generate_series(1, 3) line WHERE ${recent} AND ${done}`,
  )
  await database.query(`UPDATE orders SET status = 'shipped' WHERE ${recent} AND ${done}`)
  await database.query('VACUUM ANALYZE')
}
