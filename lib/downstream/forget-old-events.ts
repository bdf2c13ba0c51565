import { FORGOTTEN_AT_ONCE, forgetInBatches } from '@/lib/platform/forget-in-batches'

const DAYS = 30

/**
 * Rows go only when an engine has taken them, every endpoint that is not disabled has been given them, and nobody is owed
 * them. By row, not by time: the oldest are first, and none of the kept ones is looked at.
 */
const EVENTS = `
WITH old AS (
  SELECT o.id FROM outbox_event o
   WHERE o.occurred_at < $1::timestamptz - interval '${DAYS} days' AND o.relayed_at IS NOT NULL
     AND NOT EXISTS (SELECT FROM webhook_feed f JOIN webhook_endpoint e ON e.id = f.endpoint_id WHERE e.state <> 'disabled'
       AND (f.xid, CASE f.kind WHEN 0 THEN f.row_id ELSE 9223372036854775807 END) < (o.xid, o.id))
     AND NOT EXISTS (SELECT FROM webhook_delivery d WHERE d.kind = 0 AND d.row_id = o.id AND d.state = 'owed')
   ORDER BY o.id LIMIT ${FORGOTTEN_AT_ONCE} FOR UPDATE SKIP LOCKED
)
DELETE FROM outbox_event o USING old WHERE o.id = old.id RETURNING 1`

const DELIVERIES = `
WITH old AS (
  SELECT id FROM webhook_delivery WHERE created_at < $1::timestamptz - interval '${DAYS} days' AND state <> 'owed'
   ORDER BY id LIMIT ${FORGOTTEN_AT_ONCE} FOR UPDATE SKIP LOCKED
)
DELETE FROM webhook_delivery d USING old WHERE d.id = old.id RETURNING 1`

/** Forgets events and deliveries of more than 30 days, batch by batch, until there are none. Done twice, it finds none. */
export async function forgetOldEvents(now: Date): Promise<{ events: number; deliveries: number }> {
  const events = await forgetInBatches('forget-old-events', EVENTS, [now])
  const deliveries = await forgetInBatches('forget-old-deliveries', DELIVERIES, [now])
  return { events: events.forgotten, deliveries: deliveries.forgotten }
}
