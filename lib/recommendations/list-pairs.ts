import { statement } from '@/lib/platform/db'
import type { AisleVisits, CountedPair } from './rules/place-pairs'
import { LEAST_BASKETS_TOGETHER } from './rules/together-score'

/** Looked at beyond what is shown, because what is bought together most need not be what lies farthest apart. */
const CANDIDATES = 400

/** How often each aisle is visited for the baskets that were counted, an item's evenly shared by the aisles it lies in. */
const VISITS = `
WITH lies AS (
  SELECT DISTINCT line.sku, bin.aisle_id FROM stock_line line JOIN bin ON bin.id = line.bin_id
   WHERE line.site_id = $1 AND line.on_hand > 0 AND bin.bay > 0
), share AS (
  SELECT lies.aisle_id, single.baskets::float8 / count(*) OVER (PARTITION BY lies.sku) AS visits
    FROM lies JOIN basket_count single ON single.site_id = $1 AND single.sku = lies.sku
)
SELECT aisle.code AS aisle, zone.temperature_zone::text AS climate,
       coalesce((SELECT sum(visits) FROM share WHERE aisle_id = aisle.id), 0)::float8 AS visits
  FROM aisle JOIN zone ON zone.id = aisle.zone_id WHERE aisle.site_id = $1`

/**
 * The pairs of a site that are bought together most, by weight, with the bins where each has units today. Support is
 * their share of all baskets that held either. With them how busy each aisle is.
 */
export async function listPairs(siteId: string): Promise<{ pairs: CountedPair[]; aisles: AisleVisits[] }> {
  const [pairs, aisles] = await Promise.all([
    statement<CountedPair>(
      'list-pairs',
      `WITH pair AS (
       SELECT sku_a, sku_b, baskets, weight FROM pair_count WHERE site_id = $1 AND baskets >= $2
        ORDER BY weight DESC, sku_a, sku_b LIMIT $3
     ), item AS MATERIALIZED (
       SELECT product.sku, name, category, single.baskets, single.weight,
              coalesce((SELECT jsonb_agg(DISTINCT jsonb_build_object('bin', bin.code, 'aisle', aisle.code,
                          'xMetres', bin.x_metres, 'yMetres', bin.y_metres))
                          FROM stock_line line JOIN bin ON bin.id = line.bin_id JOIN aisle ON aisle.id = bin.aisle_id
                         WHERE line.site_id = $1 AND line.sku = product.sku AND on_hand > 0 AND bay > 0), '[]') AS bins
         FROM product JOIN basket_count single ON single.site_id = $1 AND single.sku = product.sku
        WHERE product.sku IN (SELECT sku_a FROM pair UNION SELECT sku_b FROM pair)
     )
     SELECT jsonb_build_object('sku', a.sku, 'name', a.name, 'category', a.category, 'weight', a.weight, 'baskets', a.baskets, 'bins', a.bins) AS one,
            jsonb_build_object('sku', b.sku, 'name', b.name, 'category', b.category, 'weight', b.weight, 'baskets', b.baskets, 'bins', b.bins) AS other,
            pair.baskets, pair.weight, pair.baskets::float8 / (a.baskets + b.baskets - pair.baskets) AS support
       FROM pair JOIN item a ON a.sku = sku_a JOIN item b ON b.sku = sku_b`,
      [siteId, LEAST_BASKETS_TOGETHER, CANDIDATES],
    ),
    statement<AisleVisits>('list-aisle-visits', VISITS, [siteId]),
  ])
  return { pairs, aisles }
}
