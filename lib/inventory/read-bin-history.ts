import { statement } from '@/lib/platform/db'

/** A page of some 1 MB; entries of one instant stay together. */
const ENTRIES_A_PAGE = 20_000

const HISTORY = `
WITH page AS (
  SELECT entry.id, entry.bin_id, entry.sku, entry.quantity, entry.observed_at
    FROM ledger_entry entry JOIN bin ON bin.id = entry.bin_id AND bin.bay > 0
   WHERE entry.site_id = $1 AND entry.observed_at >= $2 AND entry.observed_at < $3 AND entry.quantity <> 0
   ORDER BY entry.observed_at DESC FETCH FIRST ${ENTRIES_A_PAGE} ROWS WITH TIES
), touched AS (
  SELECT DISTINCT bin_id FROM page
), book AS (
  SELECT stock.bin_id, stock.sku, (stock.on_hand - stock.shortfall)::bigint AS units
    FROM touched JOIN stock_line stock USING (bin_id)
  UNION ALL
  SELECT entry.bin_id, entry.sku, -entry.quantity FROM touched JOIN ledger_entry entry USING (bin_id) WHERE entry.observed_at >= $3
), held AS (
  SELECT bin_id, sum(units) AS units, sum(units * product.volume_ml) AS volume_ml, sum(units * product.weight_grams) AS weight_grams
    FROM book JOIN product USING (sku) GROUP BY bin_id
), known AS (
  SELECT bin.id, bin.code, bin.volume_ml AS volume_limit, bin.max_weight_grams AS weight_limit, held.units, held.volume_ml,
         held.weight_grams, row_number() OVER (ORDER BY bin.id) - 1 AS at
    FROM held JOIN bin ON bin.id = held.bin_id
), step AS (
  SELECT known.at, page.observed_at, page.quantity,
         round(1000.0 * page.quantity * product.volume_ml / known.volume_limit, 1) AS volume,
         round(1000.0 * page.quantity * product.weight_grams / known.weight_limit, 1) AS weight
    FROM page JOIN known ON known.id = page.bin_id JOIN product ON product.sku = page.sku
   ORDER BY page.observed_at DESC, page.id DESC
)
SELECT json_build_object('site', $1::text, 'from', $4::text, 'to', $5::text,
  'bins', (SELECT json_build_object('bin', coalesce(json_agg(code), '[]'), 'units', coalesce(json_agg(units), '[]'),
      'volumePermille', coalesce(json_agg(round(1000.0 * volume_ml / volume_limit, 1)), '[]'),
      'weightPermille', coalesce(json_agg(round(1000.0 * weight_grams / weight_limit, 1)), '[]'))
      FROM (SELECT * FROM known ORDER BY at) known),
  'changes', json_build_object('bin', coalesce(json_agg(at), '[]'),
      'atMs', coalesce(json_agg((extract(epoch FROM observed_at - $2::timestamptz) * 1000)::bigint), '[]'),
      'units', coalesce(json_agg(quantity), '[]'), 'volumePermille', coalesce(json_agg(volume), '[]'),
      'weightPermille', coalesce(json_agg(weight), '[]')),
  'nextTo', CASE WHEN count(*) >= ${ENTRIES_A_PAGE}
      THEN to_char(min(observed_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') END)::text AS json
  FROM step`

/**
 * What changed in which bin between two moments of the floor, newest first, and what those bins held at `to`:
 * `binHistorySchema` as text. A page has some 20,000 entries; `nextTo` is where the one before it in time ends.
 */
export async function readBinHistory(site: string, from: Date, to: Date): Promise<string> {
  const [row] = await statement<{ json: string }>('read-bin-history', HISTORY, [
    site,
    from,
    to,
    from.toISOString(),
    to.toISOString(),
  ])
  if (!row) throw new Error('an aggregate gave no row')
  return row.json
}
