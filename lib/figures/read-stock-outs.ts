import { statement } from '@/lib/platform/db'
import { countRunningOut } from '@/lib/replenishment/list-running-out'

/** Somebody wanted the SKU `level.sku` of the site `level.site_id` within 28 days. */
export const WANTED = (today: string): string => `EXISTS (SELECT FROM demand_day demand
   WHERE demand.site_id = level.site_id AND demand.sku = level.sku AND demand.day > ${today} - 28 AND ordered + sold + refused > 0)`
/**
 * Nothing is known of what is wanted at a site as long as no day of the 28 has a row. Asked for the latest day, which an index
 * has at its end: for an EXISTS of the 28 days Postgres reads the table, 5 ms a site.
 */
export const DEMAND_KNOWN = (site: string, today: string): string =>
  `coalesce((SELECT max(day) FROM demand_day demand WHERE demand.site_id = ${site}) > ${today} - 28, false)`

/**
 * How many SKUs somebody wants and cannot have, and how many run out before an order sent now would arrive
 * (`countRunningOut`). Each is null while nothing is known of it.
 */
export async function readStockOuts(
  siteId: string,
  now: Date,
): Promise<{ now: number | null; soon: number | null }> {
  const [[row], soon] = await Promise.all([
    statement<{ now: number | null }>(
      'figures-stock-outs',
      `SELECT CASE WHEN ${DEMAND_KNOWN('$1', '$2::date')}
                   THEN (SELECT count(*)::int FROM stock_level level
                          WHERE site_id = $1 AND available <= 0 AND ${WANTED('$2::date')}) END AS now`,
      [siteId, now],
    ),
    countRunningOut(siteId),
  ])
  return { now: row?.now ?? null, soon }
}
