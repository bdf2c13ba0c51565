import type { PoolClient } from 'pg'
import { changeOrder, type OrderRow } from './change-order'
import { cancelAsked, orderCancelled } from './events'
import { isInHouse } from './rules/order-transitions'
import { settleUnresolvedOrder } from './settle-unresolved-order'
import { type Wish, writeCancellation } from './write-cancellation'

export type Cancelling =
  | { outcome: 'cancelled' | 'cancelled-before' }
  /** The provider is silent: it is cancelled as soon as the card's reservation is known to be void. */
  | { outcome: 'cancelling' }
  | { outcome: 'refused'; says: string }
  | { outcome: 'unknown' }

/**
 * Cancels an order, wherever in the house it is: nothing is held for it, its card is not charged, and the night shift stops
 * its picking, turns its boxes away and books what was picked back to the dock. While the payment's outcome is not known
 * the provider is asked first, by the same key, so that no late charge finds it open. Cancelled again, nothing changes.
 * What a carrier has cannot be cancelled; it can come back.
 */
export async function cancelOrder(orderNumber: string, wish: Wish, now: Date): Promise<Cancelling> {
  const cancelling = await ask(orderNumber, wish, now)
  if (cancelling.outcome !== 'cancelling') return cancelling
  await settleUnresolvedOrder(orderNumber)
  // The provider may have said what became of the card only now.
  const settled = await ask(orderNumber, wish, now)
  return settled.outcome === 'cancelled-before' ? { outcome: 'cancelled' } : settled
}

async function ask(orderNumber: string, wish: Wish, now: Date): Promise<Cancelling> {
  const changed = await changeOrder<Cancelling>(orderNumber, now, async (client, order) => {
    if (order.status === 'cancelled') return { result: { outcome: 'cancelled-before' } }
    if (order.status === 'confirming') return wishFor(client, order, wish, now)
    const says = await reasonAgainst(client, order)
    if (says !== null) return { result: { outcome: 'refused', says } }
    await writeCancellation(client, order, wish, now)
    return { result: { outcome: 'cancelled' }, event: orderCancelled, becomes: 'cancelled' }
  })
  return changed?.result ?? { outcome: 'unknown' }
}

/** From now on it is not placed any more, whatever the provider says (`settle-order.sql`). */
async function wishFor(client: PoolClient, { number }: OrderRow, { by, reason }: Wish, now: Date) {
  const { rowCount } = await client.query(
    `UPDATE orders SET cancel_asked_at = $2, cancel_asked_by = $3, cancel_reason = $4, settle_at = $2
      WHERE number = $1 AND cancel_asked_at IS NULL`,
    [number, now, by, reason],
  )
  const result = { outcome: 'cancelling' } as const
  return rowCount === 1 ? { result, event: cancelAsked } : { result }
}

async function reasonAgainst(client: PoolClient, { number, status }: OrderRow): Promise<string | null> {
  if (status === 'shipped' || status === 'returned')
    return `Order ${number} is ${status}. Refund it, or take it back.`
  if (!isInHouse(status)) return `Order ${number} is ${status}: there is nothing to cancel.`
  const { rows } = await client.query<{ id: string; carrier: string }>(
    'SELECT id, carrier FROM shipment WHERE order_number = $1 AND handed_over_at IS NOT NULL LIMIT 1',
    [number],
  )
  const [gone] = rows
  return gone ? `Parcel ${gone.id} is with ${gone.carrier}. Refund it, or take it back when it comes.` : null
}
