import type { PoolClient } from 'pg'
import type { OrderRow } from './change-order'

/**
 * Writes an order's event to the outbox, in the transaction that makes it true; by the same id again, nothing.
 * @param id after the event's own name: what makes it one of its kind
 */
export async function sayOfOrder(
  client: PoolClient,
  order: OrderRow,
  name: string,
  id: string,
  data: Record<string, unknown>,
  now: Date,
): Promise<void> {
  const { number, site_id: site, traceparent } = order
  await client.query(
    `INSERT INTO outbox_event (event_id, name, site_id, subject, data, traceparent, occurred_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (event_id) DO NOTHING`,
    [
      ...[`${name.slice('orders/'.length)}:${id}`, name, site, number],
      ...[JSON.stringify({ orderNumber: number, site, ...data }), traceparent, now],
    ],
  )
}
