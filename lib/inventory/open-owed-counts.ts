import { statement } from '@/lib/platform/db'
import { openCount } from './open-count'

/** Events of one moment arrive in any order; what the late ones settle within this time needs no walk. */
const SETTLES_WITHIN_MS = 2 * 60_000
const MOST_AT_ONCE = 200

type Owed = { site: string; sku: string; bin: string | null }

/**
 * Opens the counts that the book owes itself: of every discrepancy that has been open for two minutes and has not been
 * counted since. A bin has one open count at most, so doing it twice, or for another item of the bin, opens no second one.
 * @returns how many discrepancies it looked after
 */
export async function openOwedCounts(now: Date): Promise<{ owed: number }> {
  const owed = await statement<Owed>(
    'owed-counts',
    `SELECT found.site_id AS site, found.sku, CASE WHEN bin.code <> 'UNPLACED' THEN bin.code END AS bin
       FROM discrepancy found JOIN bin ON bin.id = found.bin_id
      WHERE found.resolved_at IS NULL AND found.at < $1
        AND NOT EXISTS (SELECT 1 FROM stock_count
                         WHERE stock_count.site_id = found.site_id
                           AND (stock_count.opened_at >= found.at OR stock_count.state = 'open' AND stock_count.is_owed)
                           AND stock_count.bin_id IS NOT DISTINCT FROM CASE WHEN bin.code <> 'UNPLACED' THEN bin.id END
                           AND (stock_count.sku IS NULL OR stock_count.sku = found.sku))
      ORDER BY found.id LIMIT $2`,
    [new Date(now.getTime() - SETTLES_WITHIN_MS), MOST_AT_ONCE],
  )
  for (const { site, sku, bin } of owed)
    await openCount(
      { site, sku, reason: 'The floor and the book differ', ...(bin === null ? {} : { bin }) },
      { by: 'Stowline', isOwed: true },
      now,
    )
  return { owed: owed.length }
}
