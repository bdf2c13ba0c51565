import type { PoolClient } from 'pg'
import { oweMovement } from '@/lib/payments/owe-movement'
import type { OrderRow } from './change-order'
import { orderRefunded } from './events'
import { sayOfOrder } from './say-of-order'

export type Refund = { operation: string; amountMinor: number; reason: string; by: string }

/**
 * Owes the buyer so much, once by its operation, and says so, in the caller's transaction. Never more than is captured, or
 * about to be, less what was given back already.
 */
export async function oweRefund(
  client: PoolClient,
  order: OrderRow,
  { operation, amountMinor, reason, by }: Refund,
  now: Date,
): Promise<Awaited<ReturnType<typeof oweMovement>>> {
  const { number: orderNumber, site_id: site, currency, traceparent } = order
  const id = `${orderNumber}/refund/${operation}`
  const owing = await oweMovement(client, {
    ...{ id, orderNumber, site, kind: 'refund', amountMinor, reason, askedBy: by, traceparent },
  })
  if (owing.outcome === 'owed') {
    const amount = { amount: amountMinor, currency }
    await sayOfOrder(client, order, orderRefunded, id, { movementId: id, amount, reason }, now)
  }
  return owing
}

/** What an order's buyer has paid, or is about to, less what was given back, in minor units. */
export async function readRefundable(client: PoolClient, orderNumber: string): Promise<number> {
  const { rows } = await client.query<{ left: number }>(
    `SELECT coalesce(sum(CASE kind WHEN 'capture' THEN amount_minor WHEN 'refund' THEN -amount_minor END), 0)::int AS left
       FROM payment_movement WHERE order_number = $1 AND state <> 'refused'`,
    [orderNumber],
  )
  return rows[0]?.left ?? 0
}
