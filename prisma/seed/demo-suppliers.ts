import type { ClientBase } from 'pg'
import { defaultSupplyTerm } from '@/lib/replenishment/rules/default-supply-term'
import { insertRows } from './insert-rows'
import type { ProductRow } from './read-products'

/** Who delivers what, on which days of the week, and how many units a pack has for slow and for fast items. */
const SUPPLIERS: Record<string, { supplier: string; orderWeekdays: number[]; packs: [number, number] }> = {
  Produce: { supplier: 'Green Valley Growers', orderWeekdays: [], packs: [4, 12] },
  Dairy: { supplier: 'Larder Lane Dairies', orderWeekdays: [], packs: [6, 12] },
  Bakery: { supplier: 'Old Mill Bakery', orderWeekdays: [], packs: [4, 8] },
  'Meat & Seafood': { supplier: 'Harbor & Field', orderWeekdays: [], packs: [4, 8] },
  Deli: { supplier: 'Harbor & Field', orderWeekdays: [], packs: [4, 8] },
  Frozen: { supplier: 'Polar Line', orderWeekdays: [2, 5, 6], packs: [6, 24] },
  Drinks: { supplier: 'Riverside Beverages', orderWeekdays: [1, 4, 6], packs: [6, 24] },
}
const WHOLESALER = { supplier: 'Midland Wholesale', orderWeekdays: [] as number[], packs: [6, 12] as const }
/** Lines sold in the demo's source data, from which on an item comes in large packs. */
const FAST = 40

/** The terms under which each of the demo's products comes to its site. */
export async function seedSuppliers(
  client: ClientBase,
  siteId: string,
  products: readonly ProductRow[],
): Promise<void> {
  const rows = products.map((product) => {
    const { packs, ...supplied } = SUPPLIERS[product.department] ?? WHOLESALER
    const term = { ...defaultSupplyTerm(product), ...supplied }
    return { siteId, sku: product.sku, ...term, packUnits: packs[product.linesSold >= FAST ? 1 : 0] }
  })
  await insertRows(client, 'supply_term', rows)
}
