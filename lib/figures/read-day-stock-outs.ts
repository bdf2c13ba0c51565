import { statement } from '@/lib/platform/db'

export type StockOut = { sku: string; name: string; from: Date; until: Date | null }

/**
 * Levels walked backwards from what lies there now through the ledger: a SKU is out from the entry that took its last unit to
 * the one that brought another. A SKU that was out all day and that nothing happened to is not told,
 * nor one that came for the first time.
 */
const OUT = `
  WITH moved AS MATERIALIZED (
    SELECT sku, observed_at AS at, sum(quantity) AS quantity FROM ledger_entry
     WHERE site_id = $1 AND observed_at >= $2 AND quantity <> 0 GROUP BY 1, 2
  ), lies AS (
    SELECT sku, sum(on_hand - shortfall) AS units FROM stock_line
     WHERE site_id = $1 AND sku IN (SELECT DISTINCT sku FROM moved) GROUP BY sku
  ), level AS (
    SELECT sku, at, quantity, coalesce(units, 0) - coalesce(sum(quantity) OVER later, 0) AS units FROM moved LEFT JOIN lies USING (sku)
    WINDOW later AS (PARTITION BY sku ORDER BY at DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
  ), turn AS (
    SELECT sku, at, units <= 0 AS is_out, lag(at) OVER (PARTITION BY sku ORDER BY at) AS before,
           lead(at) OVER (PARTITION BY sku ORDER BY at) AS next
      FROM level WHERE (units <= 0) <> (units - quantity <= 0)
  ), span AS (
    SELECT sku, at AS "from", next AS until FROM turn WHERE is_out
    UNION ALL SELECT sku, $2, at FROM turn WHERE NOT is_out AND before IS NULL AND at > $2
      AND EXISTS (SELECT FROM ledger_entry earlier WHERE earlier.site_id = $1 AND earlier.sku = turn.sku AND observed_at < $2)
  )
  SELECT sku, coalesce(name, sku) AS name, "from", until FROM span LEFT JOIN product USING (sku) WHERE "from" < $3
   ORDER BY coalesce(until, 'infinity') - "from" DESC, sku`

/** SKUs of which nothing lay at a site between two moments, the longest first. */
export function readDayStockOuts(siteId: string, between: { from: Date; to: Date }): Promise<StockOut[]> {
  return statement<StockOut>('read-day-stock-outs', OUT, [siteId, between.from, between.to])
}
