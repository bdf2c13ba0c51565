import { statement } from '@/lib/platform/db'

/** A move that nobody has made by then is about a hall that is no more. */
const STALE_AFTER = '3 days'

/** Accepted moves that nobody took up are dismissed, so that their bins are open to new advice. */
export async function forgetStaleSlotting(now: Date): Promise<void> {
  await statement(
    'forget-stale-slotting',
    `UPDATE slotting_move SET state = 'dismissed', decided_at = $1
      WHERE state = 'accepted' AND decided_at < $1::timestamptz - $2::interval`,
    [now, STALE_AFTER],
  )
}
