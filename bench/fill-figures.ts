import type pg from 'pg'
import { COUNTS } from '@/lib/figures/rules/counts'
import { withoutIndexes } from './without-indexes'

const columns = COUNTS.map((count) => count.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))

/**
 * So many sites with hours and days of a year, as the night shift would have folded them, and the orders of that year: half of
 * them at the first site. Only what is of the last two days has lines, lists, steps and parcels: nothing older is asked for.
 */
export async function fillFigures(
  database: pg.Client,
  sites: string[],
  days: number,
  orders: number,
): Promise<void> {
  // Nothing of it has to outlive a power cut, and every row refers to one that is there.
  await database.query('SET synchronous_commit = off; SET session_replication_role = replica')
  await database.query(
    `INSERT INTO site (id, name, time_zone, currency, locale) SELECT id, 'Bench ' || id, 'Europe/Berlin', 'EUR', 'en-GB' FROM unnest($1::text[]) id
     ON CONFLICT DO NOTHING`,
    [sites],
  )
  await withoutIndexes(database, 'site_hour', () => fillHours(database, sites, days))
  await withoutIndexes(database, 'orders', () => fillYear(database, sites, days, orders))
  await workOff(database)
  await database.query('VACUUM ANALYZE')
  await database.query('SET session_replication_role = DEFAULT')
}

async function fillHours(database: pg.Client, sites: string[], days: number): Promise<void> {
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

const DONE = `placed_at < now() - interval '90 minutes'`

/** What is older than an hour and a half is shipped. */
async function fillYear(database: pg.Client, sites: string[], days: number, orders: number): Promise<void> {
  await database.query(
    `INSERT INTO orders (number, site_id, status, customer_name, customer_email, ship_to, currency, total_minor,
       unit_count, line_count, payment_method, created_at, placed_at)
     SELECT n + 100000 || '-YEAR', ($1::text[])[CASE WHEN n % 2 = 0 THEN 1 ELSE 1 + n / 2 % $4 END],
            (CASE WHEN ${DONE} THEN 'shipped' ELSE 'placed' END)::order_status, 'Ada ' || n % 20011, 'a' || n || '@example.com',
            '{}', 'EUR', 1000 + n % 9000, 3, 3, 'card', placed_at, placed_at
       FROM generate_series(1, $2) n, LATERAL (SELECT now() - ($2 - n) * ($3 * interval '1 day' / $2) AS placed_at) moment`,
    [sites, orders, days, sites.length],
  )
}

const RECENT = `placed_at > now() - interval '2 days' AND number LIKE '%-YEAR'`

/** What became of the orders of the last two days. */
async function workOff(database: pg.Client): Promise<void> {
  await database.query(
    `INSERT INTO pick_list (id, site_id, order_number, customer_name, state, due_at, closed_at)
     SELECT gen_random_uuid(), site_id, number, customer_name, (CASE WHEN ${DONE} THEN 'picked' ELSE 'open' END)::pick_list_state,
            placed_at + interval '2 hours', CASE WHEN ${DONE} THEN placed_at + interval '1 hour' END FROM orders WHERE ${RECENT}`,
  )
  await database.query(
    `INSERT INTO order_step (order_number, kind, site_id, state, attempts, due_at, finished_at)
     SELECT number, kind, site_id, 'done', 1, created_at, created_at FROM orders,
            unnest(ARRAY['confirmation-email', 'warehouse-notification', 'recommendations']) kind WHERE ${RECENT}`,
  )
  await database.query(
    `INSERT INTO order_line (order_number, line_number, sku, name, quantity, unit_price_minor)
     SELECT number, line, 'SKU-' || line, 'Item', 1, 500 FROM orders, generate_series(1, 3) line WHERE ${RECENT}`,
  )
  await database.query(
    `INSERT INTO shipment (id, order_number, carrier, packed_at, handed_over_at, handed_over_by)
     SELECT 'S' || number, number, 'DHL', placed_at + interval '65 minutes', placed_at + interval '85 minutes', 'bench' FROM orders
      WHERE ${RECENT} AND ${DONE}`,
  )
  await database.query(
    `INSERT INTO shipment_line (shipment_id, line_number, quantity)
     SELECT 'S' || number, line, 1 FROM orders, generate_series(1, 3) line WHERE ${RECENT} AND ${DONE}`,
  )
}
