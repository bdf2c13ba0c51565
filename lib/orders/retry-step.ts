import { statement } from '@/lib/platform/db'
import { announce } from '@/lib/platform/realtime'
import { wakeNightShift } from '@/lib/platform/wake-night-shift'
import { orderPlaced } from './events'
import type { DeferredKind } from './schema'

/**
 * Has an owed step tried again now instead of when the engine's patience or the sweep would: the order is said to be
 * placed once more, and the steps that are done leave at once.
 * @param retryId makes this wish an event of its own; the same wish twice is one
 */
export async function retryStep(
  orderNumber: string,
  kind: DeferredKind,
  retryId: string,
): Promise<{ outcome: 'owed-again' | 'already-done' | 'never-owed' }> {
  const [row] = await statement<{ state: string; site_id: string; version: number }>(
    'retry-step',
    `WITH step AS (
       SELECT o.number, o.site_id, o.version, o.traceparent, s.state
         FROM orders o JOIN order_step s ON s.order_number = o.number AND s.kind = $2 WHERE o.number = $1
     ), said AS (
       INSERT INTO outbox_event (event_id, name, site_id, subject, data, traceparent, occurred_at)
       SELECT 'order.placed:' || number || ':' || $3, $4, site_id, number,
              jsonb_build_object('orderNumber', number, 'site', site_id), traceparent, $5
         FROM step WHERE state <> 'done'
       ON CONFLICT (event_id) DO NOTHING
     )
     SELECT state, site_id, version FROM step`,
    [orderNumber, kind, retryId, orderPlaced, new Date()],
  )
  if (!row) return { outcome: 'never-owed' }
  if (row.state === 'done') return { outcome: 'already-done' }
  wakeNightShift()
  announce({
    site: row.site_id,
    topic: 'orders',
    event: `orders/${kind}.retry`,
    id: orderNumber,
    version: row.version,
  })
  return { outcome: 'owed-again' }
}
