import { statement } from '@/lib/platform/db'
import { defaultSupplyTerm } from '@/lib/replenishment/rules/default-supply-term'

type Kind = { department: string; temperatureZone: string }

/** Somebody wanted the SKU `level.sku` of the site `level.site_id` within 28 days. */
export const WANTED = (today: string): string => `EXISTS (SELECT FROM demand_day demand
   WHERE demand.site_id = level.site_id AND demand.sku = level.sku AND demand.day > ${today} - 28 AND ordered + sold + refused > 0)`
/**
 * Nothing is known of what is wanted at a site as long as no day of the 28 has a row. Asked for the latest day, which an index
 * has at its end: for an EXISTS of the 28 days Postgres reads the table, 5 ms a site.
 */
export const DEMAND_KNOWN = (site: string, today: string): string =>
  `coalesce((SELECT max(day) FROM demand_day demand WHERE demand.site_id = ${site}) > ${today} - 28, false)`

const STOCK_OUTS = `
  SELECT CASE WHEN ${DEMAND_KNOWN('$1', '$2::date')}
              THEN (SELECT count(*)::int FROM stock_level level WHERE site_id = $1 AND available <= 0 AND ${WANTED('$2::date')}) END AS now,
         (SELECT CASE WHEN count(*) > 0 THEN count(*) FILTER (WHERE available > 0
                   AND available <= (SELECT sum(units) FROM unnest(mean[1:ceil(coalesce(term.lead_days, usual.lead_days, 7))::int]) AS units)) END::int
            FROM forecast JOIN stock_level level ON (level.site_id, level.sku) = (forecast.site_id, forecast.sku)
            LEFT JOIN supply_term term ON (term.site_id, term.sku) = (forecast.site_id, forecast.sku)
            LEFT JOIN product ON product.sku = forecast.sku
            LEFT JOIN unnest($3::text[], $4::text[], $5::float8[]) AS usual (department, temperature_zone, lead_days)
              ON (usual.department, usual.temperature_zone) = (product.department, product.temperature_zone::text)
           WHERE forecast.site_id = $1) AS soon`

/**
 * How many SKUs somebody wants and cannot have, and of how many the forecast uses up what is available before an order sent now
 * would arrive, by the lead time that is said of the SKU or usual for its kind. Each is null while nothing is known of it.
 */
export async function readStockOuts(
  siteId: string,
  now: Date,
): Promise<{ now: number | null; soon: number | null }> {
  const kinds = await statement<Kind>(
    'figures-product-kinds',
    'SELECT DISTINCT department, temperature_zone::text AS "temperatureZone" FROM product',
    [],
  )
  const [row] = await statement<{ now: number | null; soon: number | null }>(
    'figures-stock-outs',
    STOCK_OUTS,
    [
      ...[siteId, now, kinds.map(({ department }) => department)],
      kinds.map(({ temperatureZone }) => temperatureZone),
      kinds.map((kind) => defaultSupplyTerm({ ...kind, priceMinor: 0 }).leadDays),
    ],
  )
  return row ?? { now: null, soon: null }
}
