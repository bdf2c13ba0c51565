import { statement } from '@/lib/platform/db'
import { defaultSupplyTerm } from './rules/default-supply-term'
import type { RunningOut } from './running-out-schema'

/** The SKUs of site $1 that have a forecast, with what it wants of them within the lead time that is said of them or usual for their kind. */
const OUTLOOKS = `
  SELECT level.sku, coalesce(product.name, level.sku) AS name, coalesce(product.department, '') AS department, level.available, lead.days AS lead_days,
         (SELECT sum(units) FROM unnest(mean[1:ceil(lead.days)::int]) AS units) AS wanted
    FROM forecast JOIN stock_level level ON (level.site_id, level.sku) = (forecast.site_id, forecast.sku)
    LEFT JOIN supply_term term ON (term.site_id, term.sku) = (forecast.site_id, forecast.sku)
    LEFT JOIN product ON product.sku = forecast.sku
    LEFT JOIN unnest($2::text[], $3::text[], $4::float8[]) AS usual (department, temperature_zone, lead_days)
      ON (usual.department, usual.temperature_zone) = (product.department, product.temperature_zone::text)
    CROSS JOIN LATERAL (SELECT coalesce(term.lead_days, usual.lead_days, 7) AS days) lead
   WHERE forecast.site_id = $1`
const RUNS_OUT = 'available > 0 AND available <= wanted'

/** How many they are; null where nothing is forecast. */
export async function countRunningOut(site: string): Promise<number | null> {
  const [row] = await statement<{ count: number | null }>(
    'count-running-out',
    `SELECT CASE WHEN count(*) > 0 THEN count(*) FILTER (WHERE ${RUNS_OUT})::int END AS count FROM (${OUTLOOKS}) outlook`,
    [site, ...(await usualLeads())],
  )
  return row?.count ?? null
}

/** Each of them, what lasts the shortest part of its lead time first. */
export async function listRunningOut(site: string): Promise<RunningOut[]> {
  return statement<RunningOut>(
    'list-running-out',
    `SELECT sku, name, department, available, wanted::float8 AS "wantedUnits", lead_days::float8 AS "leadDays",
            coalesce((SELECT sum(quantity - received_units) FROM reorder
              WHERE reorder.site_id = $1 AND reorder.sku = outlook.sku AND state = 'sent'), 0)::int AS "onTheWayUnits"
       FROM (${OUTLOOKS}) outlook WHERE ${RUNS_OUT} ORDER BY available / wanted, sku`,
    [site, ...(await usualLeads())],
  )
}

type Kind = { department: string; temperatureZone: string }

async function usualLeads(): Promise<[departments: string[], zones: string[], days: number[]]> {
  const kinds = await statement<Kind>(
    'product-kinds',
    'SELECT DISTINCT department, temperature_zone::text AS "temperatureZone" FROM product',
    [],
  )
  return [
    kinds.map(({ department }) => department),
    kinds.map(({ temperatureZone }) => temperatureZone),
    kinds.map((kind) => defaultSupplyTerm({ ...kind, priceMinor: 0 }).leadDays),
  ]
}
