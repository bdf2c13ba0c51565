import { pool } from '@/lib/platform/db'
import { foldStockLevels } from './fold-stock-levels'
import { lowStockLevel, TAKEN_DAYS } from './rules/low-stock-level'

/**
 * Says anew of every SKU how few units of it are few, by what was picked and sold lately. Done twice, it changes
 * nothing. Every hour is often enough: a day's sales move the level by a ninth of them.
 */
export async function refreshLowLevels(now: Date): Promise<{ changed: number }> {
  await foldStockLevels()
  const { rows } = await pool.query<{ site_id: string; sku: string; low_at: number; taken: number }>(
    `WITH taken AS (
       SELECT entry.site_id, entry.sku, -sum(entry.quantity)::int AS units
         FROM ledger_entry entry JOIN inventory_event event ON event.id = entry.event_row
        WHERE entry.observed_at > $1::timestamptz - $2::int * interval '1 day'
          AND (event.type LIKE 'stowline.inventory.picked.%' OR event.type LIKE 'stowline.inventory.sold.%')
        GROUP BY entry.site_id, entry.sku
     )
     SELECT level.site_id, level.sku, level.low_at, coalesce(taken.units, 0) AS taken
       FROM stock_level level LEFT JOIN taken USING (site_id, sku)`,
    [now, TAKEN_DAYS],
  )
  const changed = rows.flatMap((row) => {
    const lowAt = lowStockLevel(row.taken)
    return lowAt === row.low_at ? [] : [{ ...row, lowAt }]
  })
  await pool.query(
    `UPDATE stock_level level SET low_at = new.low_at, version = version + 1
       FROM unnest($1::text[], $2::text[], $3::int[]) AS new(site_id, sku, low_at)
      WHERE level.site_id = new.site_id AND level.sku = new.sku`,
    [changed.map((one) => one.site_id), changed.map((one) => one.sku), changed.map((one) => one.lowAt)],
  )
  return { changed: changed.length }
}
