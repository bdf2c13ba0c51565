import { findProducts } from '@/lib/catalog/find-products'
import { statement } from '@/lib/platform/db'
import { type Found, foundSchema } from './stow-schema'

/** For one search box: bins by the beginning of their code, and items by SKU, GTIN or half a name, with where they lie. */
export async function findPlaces(site: string, query: string, limit: number): Promise<Found> {
  const [bins, skus] = await Promise.all([
    statement<{ hit: unknown }>('find-bins-by-code', BINS, [site, query.toUpperCase(), limit]),
    findProducts(query, limit),
  ])
  const items = await statement<{ hit: unknown }>('find-items-by-sku', ITEMS, [site, skus])
  return foundSchema.parse({ items: [...bins, ...items].slice(0, limit).map(({ hit }) => hit) })
}

// A stretch of the index by code: a LIKE of a parameter would read all bins of the site. Nothing in a code sorts after z.
const BINS = `
SELECT jsonb_build_object('kind', 'bin', 'bin', bin.code, 'aisle', aisle.code, 'xMetres', bin.x_metres, 'yMetres', bin.y_metres,
         'skus', (SELECT count(DISTINCT sku) FROM stock_line WHERE bin_id = bin.id AND on_hand > 0)) AS hit
  FROM (SELECT * FROM bin WHERE site_id = $1 AND code >= $2 AND code <= $2 || 'zzzz' AND starts_with(code, $2) AND bay > 0 ORDER BY code LIMIT $3) bin
  JOIN aisle ON aisle.id = bin.aisle_id ORDER BY bin.code`

const ITEMS = `
SELECT jsonb_build_object('kind', 'sku', 'sku', product.sku, 'name', product.name, 'gtin', product.gtin,
         'onHand', coalesce(sum(line.on_hand), 0), 'bins', count(DISTINCT line.bin_id) FILTER (WHERE line.on_hand > 0)) AS hit
  FROM unnest($2::text[]) WITH ORDINALITY AS wanted(sku, place) JOIN product ON product.sku = wanted.sku
  LEFT JOIN stock_line line ON line.site_id = $1 AND line.sku = product.sku
 GROUP BY product.sku, wanted.place ORDER BY wanted.place`
