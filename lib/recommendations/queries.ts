import { statement } from '@/lib/platform/db'
import { LEAST_BASKETS_TOGETHER, togetherScore } from './rules/together-score'
import type { Recommendation } from './schema'

/** What is bought together with an item, best first. Baskets of all the sites together. */
export async function listRecommendations(
  sku: string,
  siteIds: string[] | 'all',
  limit: number,
): Promise<Recommendation[]> {
  const rows = await statement<{ sku: string; together: number; alone: number; other: number }>(
    'list-recommendations',
    `WITH pairs AS (
       SELECT site_id, CASE WHEN sku_a = $1 THEN sku_b ELSE sku_a END AS sku, baskets
         FROM pair_count WHERE (sku_a = $1 OR sku_b = $1) AND ($2::text[] IS NULL OR site_id = ANY ($2))
     )
     SELECT pairs.sku, sum(pairs.baskets)::int AS together, sum(mine.baskets)::int AS alone, sum(theirs.baskets)::int AS other
       FROM pairs JOIN basket_count mine ON mine.site_id = pairs.site_id AND mine.sku = $1
       JOIN basket_count theirs ON theirs.site_id = pairs.site_id AND theirs.sku = pairs.sku
      GROUP BY pairs.sku HAVING sum(pairs.baskets) >= $3`,
    [sku, siteIds === 'all' ? null : siteIds, LEAST_BASKETS_TOGETHER],
  )
  return rows
    .map((row) => ({
      sku: row.sku,
      score: togetherScore(row.together, row.alone, row.other),
      boughtTogether: row.together,
    }))
    .sort((a, b) => b.score - a.score || a.sku.localeCompare(b.sku))
    .slice(0, limit)
}
