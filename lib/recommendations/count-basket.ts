import { statement } from '@/lib/platform/db'

/** A basket of more different items than this tells little of what goes together, and costs their square. */
const MOST_ITEMS = 60

/**
 * Counts what was bought together in one basket. A basket is counted once: the row in `counted_basket` and the counts
 * are one statement, and pairs are taken in one order so that two baskets never wait for each other in a circle.
 */
export async function countBasket(basket: {
  siteId: string
  orderNumber: string
  skus: string[]
}): Promise<{ outcome: 'counted' | 'already-counted' }> {
  const items = [...new Set(basket.skus)].sort().slice(0, MOST_ITEMS)
  const rows = await statement(
    'count-basket',
    `WITH basket AS (
       INSERT INTO counted_basket (order_number) VALUES ($2) ON CONFLICT DO NOTHING RETURNING 1
     ), singles AS (
       INSERT INTO basket_count (site_id, sku, baskets)
       SELECT $1, sku, 1 FROM basket, unnest($3::text[]) AS sku ORDER BY sku
       ON CONFLICT (site_id, sku) DO UPDATE SET baskets = basket_count.baskets + 1
     ), pairs AS (
       INSERT INTO pair_count (site_id, sku_a, sku_b, baskets)
       SELECT $1, a, b, 1 FROM basket, unnest($3::text[]) AS a, unnest($3::text[]) AS b WHERE a < b ORDER BY a, b
       ON CONFLICT (site_id, sku_a, sku_b) DO UPDATE SET baskets = pair_count.baskets + 1
     )
     SELECT 1 FROM basket`,
    [basket.siteId, basket.orderNumber, items],
  )
  return { outcome: rows.length > 0 ? 'counted' : 'already-counted' }
}
