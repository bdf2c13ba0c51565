import { statement } from '@/lib/platform/db'

/** SKUs that a person may mean by a SKU, a GTIN, a part of a name, or a name with a typo; the best first (`find-products.sql`). */
export async function findProducts(query: string, limit: number): Promise<string[]> {
  const rows = await statement<{ sku: string }>(
    'find-products',
    'SELECT sku FROM find_products($1, $2) ORDER BY place',
    [query, limit],
  )
  return rows.map(({ sku }) => sku)
}
