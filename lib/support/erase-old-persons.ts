import { pool } from '@/lib/platform/db'
import { erasePerson } from './erase-person'
import { overBefore, USUAL_RETENTION } from './rules/retention'
import { MAIL_TOMBSTONE } from './rules/tombstone'

/** One transaction's worth of orders: they stay locked while everything about them is looked through. */
const AT_ONCE = 100

/**
 * Erases the customers of orders that ended longer ago than their site keeps them; orders that are not over wait. Done
 * twice, the second finds none.
 * @returns orders that nobody can be found by any more
 */
export async function eraseOldPersons(now: Date): Promise<{ orders: number }> {
  const { rows: sites } = await pool.query<{ id: string; years: number | null }>(
    'SELECT s.id, r.person_years AS years FROM site s LEFT JOIN retention_rule r ON r.site_id = s.id ORDER BY s.id',
  )
  let orders = 0
  for (const { id, years } of sites) {
    const before = overBefore(now, years ?? USUAL_RETENTION.personYears)
    let after = ''
    for (;;) {
      const numbers = await nextOf(id, before, after)
      const last = numbers.at(-1)
      if (last === undefined) break
      after = last
      orders += await eraseThese(id, numbers, now)
    }
  }
  return { orders }
}

async function nextOf(site: string, before: Date, after: string): Promise<string[]> {
  const { rows } = await pool.query<{ number: string }>(
    `SELECT number FROM orders WHERE site_id = $1 AND created_at < $2 AND number > $3 AND customer_email <> $4
       AND coalesce(closed_at, (SELECT max(handed_over_at) FROM shipment WHERE order_number = number), created_at) < $2
     UNION ALL
     SELECT number FROM archive.orders WHERE site_id = $1 AND created_at < $2 AND number > $3 AND customer_email <> $4
       AND coalesce((document#>>'{order,closed_at}')::timestamptz, (SELECT max((parcel->>'handed_over_at')::timestamptz)
             FROM jsonb_array_elements(nullif(document->'shipments', 'null')) parcel), created_at) < $2
     ORDER BY number LIMIT $5`,
    [site, before, after, MAIL_TOMBSTONE, AT_ONCE],
  )
  return rows.map(({ number }) => number)
}

async function eraseThese(site: string, numbers: string[], now: Date): Promise<number> {
  const wanted = { siteIds: [site], askedBy: 'retention', now }
  const done = await erasePerson({ ...wanted, numbers })
  if (done.outcome === 'erased') return done.orders
  const open = new Set(done.orders.map(({ orderNumber }) => orderNumber))
  const over = numbers.filter((number) => !open.has(number))
  const rest = await erasePerson({ ...wanted, numbers: over })
  return rest.outcome === 'erased' ? rest.orders : 0
}
