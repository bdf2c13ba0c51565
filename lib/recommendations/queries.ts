import { statement } from '@/lib/platform/db'
import { LEAST_BASKETS_TOGETHER, togetherScore } from './rules/together-score'
import type { Recommendation } from './schema'

/**
 * What is bought together with the items of a basket, best first; none of the basket itself. Every item of the basket
 * votes, and a score is the mean of the votes, so that it stays within 0 and 1. Baskets of all the sites together.
 * @param skus one item or a whole basket, no SKU twice
 */
export async function listRecommendations(
  skus: string[],
  siteIds: string[] | 'all',
  limit: number,
): Promise<Recommendation[]> {
  const rows = await statement<PairRow>(
    'list-recommendations',
    `WITH pair AS (
       SELECT site_id, sku_a AS mine, sku_b AS sku, baskets, weight FROM pair_count
        WHERE sku_a = ANY ($1) AND ($2::text[] IS NULL OR site_id = ANY ($2))
       UNION ALL
       SELECT site_id, sku_b, sku_a, baskets, weight FROM pair_count
        WHERE sku_b = ANY ($1) AND ($2::text[] IS NULL OR site_id = ANY ($2))
     ), strong AS (
       SELECT mine, sku, sum(baskets)::int AS baskets, sum(weight) AS weight FROM pair
        WHERE sku <> ALL ($1) GROUP BY mine, sku HAVING sum(baskets) >= $3
     ), single AS (
       SELECT sku, sum(weight) AS weight FROM basket_count
        WHERE sku IN (SELECT mine FROM strong UNION SELECT sku FROM strong) AND ($2::text[] IS NULL OR site_id = ANY ($2))
        GROUP BY sku
     )
     SELECT strong.sku, strong.baskets, strong.weight, mine.weight AS mine, theirs.weight AS theirs
       FROM strong JOIN single mine ON mine.sku = strong.mine JOIN single theirs ON theirs.sku = strong.sku`,
    [skus, siteIds === 'all' ? null : siteIds, LEAST_BASKETS_TOGETHER],
  )
  const found = new Map<string, Recommendation>()
  for (const { sku, baskets, weight, mine, theirs } of rows) {
    const one = found.get(sku) ?? { sku, score: 0, boughtTogether: 0 }
    one.score += togetherScore(weight, mine, theirs) / skus.length
    one.boughtTogether = Math.max(one.boughtTogether, baskets)
    found.set(sku, one)
  }
  return [...found.values()].sort((a, b) => b.score - a.score || a.sku.localeCompare(b.sku)).slice(0, limit)
}

type PairRow = { sku: string; baskets: number; weight: number; mine: number; theirs: number }
