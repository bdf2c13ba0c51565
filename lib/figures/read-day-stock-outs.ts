import { statement } from '@/lib/platform/db'

export type StockOut = { sku: string; name: string; from: Date; until: Date | null }

/**
 * Levels walked backwards from what lies there now: past what moved after the end, of which a sum is enough, then through the
 * ledger entry by entry. A SKU is out from the entry that took its last unit to the one that brought another, which for what
 * was out at the end is looked for among what came later. A SKU that was out all the time and that nothing happened to is not
 * told, nor one that came for the first time. A day a week back of 100,000 entries a day: 3.3 s while all of them were sorted.
 */
const OUT = `
  WITH moved AS MATERIALIZED (
    SELECT sku, observed_at AS at, sum(quantity)::int AS quantity FROM ledger_entry
     WHERE site_id = $1 AND observed_at >= $2 AND observed_at < $3 AND quantity <> 0 GROUP BY 1, 2
  ), later AS (
    SELECT sku, sum(quantity) AS units FROM ledger_entry
     WHERE site_id = $1 AND observed_at >= $3 AND quantity <> 0 GROUP BY sku
  ), lies AS (
    SELECT sku, sum(on_hand - shortfall) AS units FROM stock_line
     WHERE site_id = $1 AND sku IN (SELECT DISTINCT sku FROM moved) GROUP BY sku
  ), ended AS (
    SELECT sku, coalesce(lies.units, 0) - coalesce(later.units, 0) AS units
      FROM (SELECT DISTINCT sku FROM moved) moved LEFT JOIN lies USING (sku) LEFT JOIN later USING (sku)
  ), level AS (
    SELECT sku, at, quantity, ended.units - coalesce(sum(quantity) OVER after, 0) AS units FROM moved JOIN ended USING (sku)
    WINDOW after AS (PARTITION BY sku ORDER BY at DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
  ), turn AS (
    SELECT sku, at, units <= 0 AS is_out, lag(at) OVER (PARTITION BY sku ORDER BY at) AS before,
           lead(at) OVER (PARTITION BY sku ORDER BY at) AS next
      FROM level WHERE (units <= 0) <> (units - quantity <= 0)
  ), back AS (
    SELECT sku, min(at) AS at
      FROM (SELECT sku, observed_at AS at, ended.units + sum(quantity) OVER (PARTITION BY sku ORDER BY observed_at) AS units
              FROM ledger_entry JOIN ended USING (sku)
             WHERE EXISTS (SELECT FROM later) AND site_id = $1 AND observed_at >= $3
               AND sku IN (SELECT sku FROM turn WHERE is_out AND next IS NULL)) since
     WHERE units > 0 GROUP BY sku
  ), span AS (
    SELECT turn.sku, turn.at AS "from", coalesce(next, back.at) AS until FROM turn LEFT JOIN back ON back.sku = turn.sku WHERE is_out
    UNION ALL SELECT sku, $2, at FROM turn WHERE NOT is_out AND before IS NULL AND at > $2
      AND EXISTS (SELECT FROM ledger_book earlier WHERE earlier.site_id = $1 AND earlier.sku = turn.sku AND observed_at < $2)
  )
  SELECT sku, coalesce(name, sku) AS name, "from", until FROM span LEFT JOIN product USING (sku)
   ORDER BY coalesce(until, 'infinity') - "from" DESC, sku`

/** SKUs of which nothing lay at a site between two moments, the longest first. */
export function readDayStockOuts(siteId: string, between: { from: Date; to: Date }): Promise<StockOut[]> {
  return statement<StockOut>('read-day-stock-outs', OUT, [siteId, between.from, between.to])
}
