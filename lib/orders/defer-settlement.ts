import { statement } from '@/lib/platform/db'
import { announce } from '@/lib/platform/realtime'
import { wakeNightShift } from '@/lib/platform/wake-night-shift'
import type { BegunOrder } from './begin-order'
import { paymentUnresolved } from './events'
import type { Answer } from './rules/order-answers'

/** The provider is silent: keeps the 202 as the key's answer and hands the order to the night shift, in one commit. */
export async function deferSettlement(order: BegunOrder, detail: string, answer: Answer): Promise<void> {
  const now = new Date()
  // The order is locked before its key, as whoever settles it does: parts of a statement that are not asked for run last.
  await statement(
    'defer-settlement',
    `WITH unresolved AS (
       UPDATE orders SET settle_at = $2, charge_attempts = charge_attempts + 1, charge_error = $3, version = version + 1
        WHERE number = $1 AND status = 'confirming' RETURNING number, site_id, traceparent
     ), said AS (
       INSERT INTO outbox_event (event_id, name, site_id, subject, data, traceparent, occurred_at)
       SELECT 'payment.unresolved:' || number, $4, site_id, number,
              jsonb_build_object('orderNumber', number, 'site', site_id), traceparent, $2 FROM unresolved
       ON CONFLICT (event_id) DO NOTHING
     )
     UPDATE idempotency_key SET status = $5, body = $6, location = $7
      WHERE order_number = $1 AND status IS NULL AND (SELECT count(*) FROM unresolved) >= 0`,
    [order.orderNumber, now, detail, paymentUnresolved, answer.status, answer.body, answer.location],
  )
  wakeNightShift()
  announce({
    site: order.siteId,
    topic: 'orders',
    event: paymentUnresolved,
    id: order.orderNumber,
    version: 2,
  })
}
