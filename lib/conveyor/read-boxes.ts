import { statement } from '@/lib/platform/db'
import type { KnownBox } from './rules/sorter-state'

/** Boxes that nothing was heard of for longer are forgotten by the belt. */
const BOXES_KEPT_DAYS = 7
/** Times are taken before they commit: what was changed by somebody slow is looked at again. */
const OVERLAP_SECONDS = 5

export type ChangedBox = KnownBox & { site: string; barcode: string; changedAt: Date }

/**
 * Boxes of these sites that changed since then, some of them told before.
 * @param since of the last look, by the database's clock; null for all that a belt should know
 */
export function readBoxes(sites: readonly string[], since: Date | null): Promise<ChangedBox[]> {
  return statement<ChangedBox>(
    'read-belt-boxes',
    `SELECT box.site_id AS site, barcode, kind, order_number AS "orderNumber", destination, changed_at AS "changedAt",
            box.state = 'cancelled' AS "isCancelled"
       FROM conveyor_box box
      WHERE box.site_id = ANY ($1) AND changed_at > coalesce($2::timestamptz - make_interval(secs => $3), now() - make_interval(days => $4))`,
    [sites, since, OVERLAP_SECONDS, BOXES_KEPT_DAYS],
  )
}
