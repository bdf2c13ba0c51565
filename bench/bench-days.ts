import type pg from 'pg'
import { ms, percentile, type Table } from './tables'
import { withDatabase } from './with-database'
import { withoutIndexes } from './without-indexes'

const SITE = 'BENCH-1'
const ORDERS_A_DAY = 10_000
const EVENTS_A_DAY = 100_000
const SCANS_A_DAY = 50_000
const DAYS = 9
const ASKED = Number(process.env.BENCH_QUESTIONS ?? 20)
const [DAY, AGO_TODAY, AGO_WEEK] = ['2026-11-20', 0, 7]

/** A day of 10,000 orders and 100,000 events, played again: of today, and of a week ago with a week of others behind it. */
export function benchDays(): Promise<Table[]> {
  return withDatabase(async (database) => {
    await fillDays(database)
    const rows = [await measure('today', AGO_TODAY), await measure('a week ago', AGO_WEEK)]
    const title = `A day played again: ${ORDERS_A_DAY} orders, ${EVENTS_A_DAY} stock events, ${SCANS_A_DAY} scans a day, ${DAYS} days`
    return [{ title, columns: ['day', 'p50 ms', 'most ms', 'answer kB'], rows }]
  })
}

const at = (perDay: number) =>
  `'${DAY}T22:00:00Z'::timestamptz - interval '1 day' * ((n - 1) / ${perDay}) - interval '86400 seconds' * ((n - 1) % ${perDay}) / ${perDay}`

export async function fillDays(database: pg.Client): Promise<void> {
  // Nothing of it has to outlive a power cut, and every row refers to one that is there.
  await database.query('SET synchronous_commit = off; SET session_replication_role = replica')
  await database.query(
    `INSERT INTO site (id, name, time_zone, currency, locale) VALUES ($1, 'Bench', 'Europe/Berlin', 'EUR', 'en-GB')`,
    [SITE],
  )
  await withoutIndexes(database, 'orders', () =>
    database.query(
      `INSERT INTO orders (number, site_id, status, customer_name, customer_email, ship_to, currency, total_minor, unit_count, line_count,
         payment_method, created_at, placed_at)
       SELECT n + 100000 || '-DAYS', $1, 'placed', 'Ada', 'ada@example.com', '{}', 'EUR', 1000, 3, 2, 'card', moment, moment
         FROM generate_series(1, ${ORDERS_A_DAY * DAYS}) n, LATERAL (SELECT ${at(ORDERS_A_DAY)} AS moment) placed`,
      [SITE],
    ),
  )
  await withoutIndexes(database, 'order_step', () =>
    database.query(
      `INSERT INTO order_step (order_number, kind, site_id, state, attempts, due_at, finished_at)
       SELECT number, kind, site_id, 'done', 1, placed_at + interval '1 minute',
              placed_at + interval '20 seconds' * (1 + abs(hashtext(number || kind)) % 6)
         FROM orders, unnest(ARRAY['confirmation-email', 'warehouse-notification', 'recommendations']) kind`,
    ),
  )
  await withoutIndexes(database, 'ledger_entry', () =>
    database.query(
      `INSERT INTO ledger_entry (event_row, site_id, sku, bin_id, quantity, observed_at)
       SELECT n, $1, 'SKU-' || n % 20000, n % 50000, CASE WHEN n % 2 = 0 THEN 3 ELSE -3 END, ${at(EVENTS_A_DAY)}
         FROM generate_series(${EVENTS_A_DAY * DAYS}, 1, -1) n`,
      [SITE],
    ),
  )
  await withoutIndexes(database, 'divert_decision', () =>
    database.query(
      `INSERT INTO divert_decision (id, site_id, sorter, scanner, seq, barcode, action, because, scanned_at, decided_at, deadline_ms, elapsed_micros)
       SELECT gen_random_uuid(), $1, 'S1', 'C1', n, 'T' || n, 'divert', CASE WHEN n % 50 = 0 THEN 'no-read' ELSE 'routed' END,
              ${at(SCANS_A_DAY)}, ${at(SCANS_A_DAY)}, 100, 80 FROM generate_series(1, ${SCANS_A_DAY * DAYS}) n`,
      [SITE],
    ),
  )
  await database.query('VACUUM ANALYZE')
}

async function measure(name: string, daysAgo: number): Promise<(string | number)[]> {
  const { replayDay } = await import('@/lib/figures/replay-day')
  const { weekBefore } = await import('@/lib/figures/rules/week-before')
  const day = new Date(Date.parse(DAY) - daysAgo * 86_400_000).toISOString().slice(0, 10)
  const now = new Date(`${DAY}T22:00:00Z`)
  const took: number[] = []
  let bytes = 0
  for (let asked = 0; asked < ASKED; asked += 1) {
    const from = performance.now()
    bytes = JSON.stringify(await replayDay(SITE, day, weekBefore(day), now)).length
    took.push(performance.now() - from)
  }
  took.sort((one, other) => one - other)
  return [name, ms(percentile(took, 0.5)), ms(took.at(-1) ?? Number.NaN), Math.round(bytes / 1000)]
}
