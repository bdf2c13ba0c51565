import { FORGOTTEN_AT_ONCE, forgetInBatches } from '@/lib/platform/forget-in-batches'

/** A lot that comes back within the week still has its date. */
const DAYS = 7

// Orders that held from a line keep it until they are archived. A line that somebody has hold of is found the next day.
const EMPTY = `
DELETE FROM stock_line WHERE id IN (
  SELECT id FROM stock_line line
   WHERE on_hand = 0 AND shortfall = 0 AND stocked_at < $1::timestamptz - interval '${DAYS} days'
     AND NOT EXISTS (SELECT FROM stock_hold WHERE stock_line_id = line.id)
     AND NOT EXISTS (SELECT FROM ledger_entry entry WHERE entry.bin_id = line.bin_id AND entry.sku = line.sku AND entry.lot = line.lot
                        AND entry.observed_at >= $1::timestamptz - interval '${DAYS} days')
   LIMIT ${FORGOTTEN_AT_ONCE} FOR UPDATE SKIP LOCKED
) RETURNING 1`

/**
 * Forgets that an item once lay where none has been for a week. With random stow almost every item will have been in almost
 * every bin, and whoever asks for an item or a bin would read past all of it. The ledger keeps what happened. Done twice, it
 * finds none.
 */
export function forgetEmptyLines(now: Date): Promise<{ forgotten: number }> {
  return forgetInBatches('forget-empty-lines', EMPTY, [now])
}
