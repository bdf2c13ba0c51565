import { statement } from '@/lib/platform/db'
import { wakeNightShift } from '@/lib/platform/wake-night-shift'
import { findFeedStart } from './feed-events'

/** Up to where the endpoint's own feed has come by now: what follows it gets anyway. */
const REPLAY = `
INSERT INTO webhook_feed (endpoint_id, xid, kind, row_id, until_xid, until_kind, until_row_id, from_at, to_at)
SELECT endpoint_id, $2, $3, $4, xid, kind, row_id, $5, $6 FROM webhook_feed
 WHERE endpoint_id = $1 AND until_xid IS NULL RETURNING id`

/**
 * Sends an endpoint once more what was recorded from a time on and matches, up to another time or to where it is now. Each
 * event has its first `webhook-id`: a receiver that has taken it knows it.
 */
export async function replayEvents(
  endpointId: string,
  from: Date,
  to: Date | null,
): Promise<{ outcome: 'replaying' | 'not-found' }> {
  const { xid, kind, rowId } = await findFeedStart(from)
  const rows = await statement('replay-events', REPLAY, [endpointId, xid, kind, rowId, from, to])
  wakeNightShift()
  return { outcome: rows.length === 1 ? 'replaying' : 'not-found' }
}
