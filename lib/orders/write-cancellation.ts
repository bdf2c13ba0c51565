import type { PoolClient } from 'pg'
import { oweMovement } from '@/lib/payments/owe-movement'
import type { OrderRow } from './change-order'
import { orderCancelled } from './events'
import { releaseHolds } from './release-holds'
import { sayOfOrder } from './say-of-order'

export type Wish = { by: string; reason: string }

/**
 * What cancelling a placed order changes, in the caller's transaction: what is held is free, the card's reservation is to
 * be voided, and the other rooms are told.
 */
export async function writeCancellation(
  client: PoolClient,
  order: OrderRow,
  { by, reason }: Wish,
  now: Date,
): Promise<void> {
  await client.query(
    'UPDATE orders SET cancel_asked_at = $2, cancel_asked_by = $3, cancel_reason = $4 WHERE number = $1',
    [order.number, now, by, reason],
  )
  await releaseHolds(client, order.number)
  await oweMovement(client, {
    ...{ id: `${order.number}/void`, orderNumber: order.number, site: order.site_id, kind: 'void' },
    ...{ reason, askedBy: by, traceparent: order.traceparent },
  })
  await sayOfOrder(client, order, orderCancelled, order.number, { reason }, now)
}
