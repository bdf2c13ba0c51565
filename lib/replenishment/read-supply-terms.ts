import { statement } from '@/lib/platform/db'
import { defaultSupplyTerm } from './rules/default-supply-term'
import { type ListedTerm, type SupplyTerm, supplyTermSchema } from './supply-schema'

type Row = {
  sku: string
  name: string
  department: string
  temperatureZone: string
  priceMinor: number
  said: object | null
}

const TERMS = `
SELECT product.sku, product.name, product.department, product.temperature_zone AS "temperatureZone", product.price_minor AS "priceMinor",
       CASE WHEN term.sku IS NULL THEN NULL ELSE jsonb_build_object('supplier', supplier, 'leadDays', lead_days, 'leadSdDays', lead_sd_days,
         'reviewDays', review_days, 'orderWeekdays', order_weekdays, 'packUnits', pack_units, 'minimumPacks', minimum_packs,
         'shelfLifeDays', shelf_life_days, 'serviceLevel', service_level, 'unitCostMinor', unit_cost_minor) END AS said
  FROM product LEFT JOIN supply_term term ON term.sku = product.sku AND term.site_id = $1`

/** Terms of some SKUs at a site, those that nobody has said by default; by SKU. Unknown SKUs are left out. */
export async function readSupplyTerms(
  site: string,
  skus: readonly string[],
): Promise<Map<string, ListedTerm>> {
  const rows = await statement<Row>('read-supply-terms', `${TERMS} WHERE product.sku = ANY($2)`, [site, skus])
  return new Map(rows.map((row) => [row.sku, listed(row)]))
}

/** A page of a site's terms by SKU, from the one behind `cursor` on. */
export async function listSupplyTerms(
  site: string,
  { limit, cursor }: { limit: number; cursor?: string },
): Promise<{ items: ListedTerm[]; nextCursor: string | null }> {
  const rows = await statement<Row>(
    'list-supply-terms',
    `${TERMS} WHERE product.sku > $2 AND (term.sku IS NOT NULL OR EXISTS (
       SELECT 1 FROM stock_line line WHERE line.site_id = $1 AND line.sku = product.sku)) ORDER BY product.sku LIMIT $3`,
    [site, cursor ?? '', limit + 1],
  )
  const items = rows.slice(0, limit).map(listed)
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.sku ?? null) : null }
}

function listed({ sku, name, said, ...item }: Row): ListedTerm {
  const terms: SupplyTerm = said ? supplyTermSchema.parse(said) : defaultSupplyTerm(item)
  return { sku, name, ...terms, isDefault: said === null }
}
