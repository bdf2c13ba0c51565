import { statement } from '@/lib/platform/db'
import type { SupplyTerm } from './supply-schema'

export type SaidTerm = SupplyTerm & { sku: string }

/** Says the terms of SKUs at a site; said again, they are replaced. Answers the SKUs that are in the catalogue, which alone are kept. */
export async function setSupplyTerms(site: string, terms: readonly SaidTerm[]): Promise<string[]> {
  const rows = await statement<{ sku: string }>(
    'set-supply-terms',
    `INSERT INTO supply_term (site_id, sku, supplier, lead_days, lead_sd_days, review_days, order_weekdays, pack_units, minimum_packs,
       shelf_life_days, service_level, unit_cost_minor)
     SELECT $1, said.sku, supplier, "leadDays", "leadSdDays", "reviewDays", "orderWeekdays", "packUnits", "minimumPacks", "shelfLifeDays",
            "serviceLevel", "unitCostMinor"
       FROM jsonb_to_recordset($2::jsonb) AS said(sku text, supplier text, "leadDays" float8, "leadSdDays" float8, "reviewDays" int,
              "orderWeekdays" int[], "packUnits" int, "minimumPacks" int, "shelfLifeDays" int, "serviceLevel" float8, "unitCostMinor" int)
       JOIN product ON product.sku = said.sku
     ON CONFLICT (site_id, sku) DO UPDATE SET supplier = excluded.supplier, lead_days = excluded.lead_days,
       lead_sd_days = excluded.lead_sd_days, review_days = excluded.review_days, order_weekdays = excluded.order_weekdays,
       pack_units = excluded.pack_units, minimum_packs = excluded.minimum_packs, shelf_life_days = excluded.shelf_life_days,
       service_level = excluded.service_level, unit_cost_minor = excluded.unit_cost_minor
     RETURNING sku`,
    [site, JSON.stringify(terms)],
  )
  return rows.map(({ sku }) => sku)
}
