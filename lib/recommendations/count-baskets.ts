import { statement } from '@/lib/platform/db'
import { basketWeight } from './rules/basket-weight'

/** A basket of more different items than this tells little of what goes together, and costs their square: left out. */
const MOST_ITEMS = 60

export type Basket = { siteId: string; orderNumber: string; placedAt: Date; skus: string[] }

/**
 * Counts what was bought together, all baskets in one statement. A basket is counted once: its row in `counted_basket`
 * and its counts are that one statement. Rows are taken in one order, so that two batches never wait for each other in
 * a circle. Counted in batches because neighbours share items: a row of many baskets is written once.
 * @returns the orders that were counted; the others had been before
 */
export async function countBaskets(baskets: Basket[]): Promise<{ counted: string[] }> {
  const items = baskets.flatMap(({ siteId, orderNumber, placedAt, skus }) => {
    const different = [...new Set(skus)]
    if (different.length > MOST_ITEMS) return []
    const weight = basketWeight(placedAt, different.length)
    return different.map((sku) => ({ siteId, orderNumber, weight, sku }))
  })
  const rows = await statement<{ orderNumber: string }>(
    'count-baskets',
    `WITH basket AS (
       INSERT INTO counted_basket (order_number) SELECT DISTINCT number FROM unnest($1::text[]) AS number ORDER BY number
       ON CONFLICT DO NOTHING RETURNING order_number
     ), item AS MATERIALIZED (
       SELECT DISTINCT site_id, order_number, weight, sku
         FROM unnest($2::text[], $3::text[], $4::float8[], $5::text[]) AS item (site_id, order_number, weight, sku)
         JOIN basket USING (order_number)
     ), singles AS (
       INSERT INTO basket_count (site_id, sku, baskets, weight)
       SELECT site_id, sku, count(*), sum(weight) FROM item GROUP BY site_id, sku ORDER BY site_id, sku
       ON CONFLICT (site_id, sku) DO UPDATE
          SET baskets = basket_count.baskets + excluded.baskets, weight = basket_count.weight + excluded.weight
     ), pairs AS (
       INSERT INTO pair_count (site_id, sku_a, sku_b, baskets, weight)
       SELECT a.site_id, a.sku, b.sku, count(*), sum(a.weight) FROM item a JOIN item b USING (order_number)
        WHERE a.sku < b.sku GROUP BY a.site_id, a.sku, b.sku ORDER BY a.site_id, a.sku, b.sku
       ON CONFLICT (site_id, sku_a, sku_b) DO UPDATE
          SET baskets = pair_count.baskets + excluded.baskets, weight = pair_count.weight + excluded.weight
     )
     SELECT order_number AS "orderNumber" FROM basket`,
    [
      baskets.map(({ orderNumber }) => orderNumber),
      items.map(({ siteId }) => siteId),
      items.map(({ orderNumber }) => orderNumber),
      items.map(({ weight }) => weight),
      items.map(({ sku }) => sku),
    ],
  )
  return { counted: rows.map(({ orderNumber }) => orderNumber) }
}
