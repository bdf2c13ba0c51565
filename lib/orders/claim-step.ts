import { statement } from '@/lib/platform/db'
import type { DeferredKind, OrderRequest } from './schema'

/** What the deferred steps need of an order. */
export type OwingOrder = {
  orderNumber: string
  siteId: string
  locale: string
  currency: string
  totalMinor: number
  placedAt: Date
  dueAt: Date
  customer: { name: string; email: string }
  shipTo: OrderRequest['shipTo']
  lines: { sku: string; name: string; quantity: number; unitPriceMinor: number }[]
}

/** Longer than any attempt may take (mail: 16 s), shorter than the engine's lease on a dead process (30 s). */
export const CLAIM_MS = 25_000

/**
 * Marks an owed step as running and counts the attempt.
 * @returns `already-done` when the row is closed
 * @throws Error when another attempt is under way: two at once could tell a customer twice
 * @throws Error when the order owes no such step: the caller was told of an order that was never placed
 */
export async function claimStep(
  kind: DeferredKind,
  orderNumber: string,
): Promise<{ outcome: 'owed'; order: OwingOrder } | { outcome: 'already-done' }> {
  const now = new Date()
  const [row] = await statement<{ claimed: boolean; done: boolean; order: OwingOrder }>(
    'claim-step',
    `WITH claimed AS (
       UPDATE order_step SET state = 'running', attempts = attempts + 1, started_at = coalesce(started_at, $3), claimed_until = $4
        WHERE order_number = $1 AND kind = $2 AND state <> 'done' AND (claimed_until IS NULL OR claimed_until <= $3)
        RETURNING order_number, due_at
     )
     SELECT EXISTS (SELECT 1 FROM claimed) AS claimed, step.state = 'done' AS done, jsonb_build_object(
       'orderNumber', o.number, 'siteId', o.site_id, 'locale', coalesce(o.language, site.locale), 'currency', o.currency,
       'totalMinor', o.total_minor, 'placedAt', o.placed_at, 'dueAt', step.due_at, 'shipTo', o.ship_to,
       'customer', jsonb_build_object('name', o.customer_name, 'email', o.customer_email),
       'lines', (SELECT jsonb_agg(jsonb_build_object('sku', sku, 'name', name, 'quantity', quantity,
                   'unitPriceMinor', unit_price_minor) ORDER BY line_number) FROM order_line WHERE order_number = o.number)
     ) AS "order"
       FROM orders o JOIN site ON site.id = o.site_id JOIN order_step step ON step.order_number = o.number AND step.kind = $2
      WHERE o.number = $1`,
    [orderNumber, kind, now, new Date(now.getTime() + CLAIM_MS)],
  )
  if (!row) throw new Error(`order ${orderNumber} owes no ${kind}`)
  if (row.done) return { outcome: 'already-done' }
  if (!row.claimed) throw new Error(`another attempt at the ${kind} of order ${orderNumber} is under way`)
  const { order } = row
  return {
    outcome: 'owed',
    order: { ...order, placedAt: new Date(order.placedAt), dueAt: new Date(order.dueAt) },
  }
}
