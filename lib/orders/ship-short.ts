import type { PoolClient } from 'pg'
import { changeOrder, type OrderRow } from './change-order'
import { orderCancelled, orderShort } from './events'
import { progressOf } from './progress-of'
import { readUnits } from './read-units'
import { giveUpLost } from './release-holds'
import { isInHouse } from './rules/order-transitions'
import { sayOfOrder } from './say-of-order'
import { type Wish, writeCancellation } from './write-cancellation'

export type ShortShipping =
  | { outcome: 'short' }
  /** Nothing of it was there: there is no order left. */
  | { outcome: 'cancelled' }
  | { outcome: 'nothing-missing' }
  | { outcome: 'refused'; says: string }
  | { outcome: 'unknown' }

/**
 * Gives up what the house does not have of an order: it ships without, nobody pays for it, and the card's rest is let go with
 * the last parcel. Given up again, nothing is missing.
 */
export async function shipShort(orderNumber: string, wish: Wish, now: Date): Promise<ShortShipping> {
  const changed = await changeOrder<ShortShipping>(orderNumber, now, async (client, order) => {
    if (order.status === 'shipped') return { result: { outcome: 'nothing-missing' } }
    if (!isInHouse(order.status))
      return { result: { outcome: 'refused', says: `Order ${orderNumber} is ${order.status}.` } }
    const missing = await readMissing(client, orderNumber)
    if (missing.length === 0) return { result: { outcome: 'nothing-missing' } }
    await giveUpLost(client, orderNumber)
    await say(client, order, missing, now)
    const { toPick, picked } = await readUnits(client, orderNumber)
    if (toPick === 0 && picked === 0) {
      await writeCancellation(client, order, { ...wish, reason: `Nothing was there: ${wish.reason}` }, now)
      return { result: { outcome: 'cancelled' }, event: orderCancelled, becomes: 'cancelled' }
    }
    return { result: { outcome: 'short' }, event: orderShort, becomes: await progressOf(client, order) }
  })
  return changed?.result ?? { outcome: 'unknown' }
}

type Missing = { holdIds: string; lineNumber: number; sku: string; quantity: number }

async function readMissing(client: PoolClient, orderNumber: string): Promise<Missing[]> {
  const { rows } = await client.query<Missing>(
    `SELECT string_agg(hold.id::text, '+' ORDER BY hold.id) AS "holdIds", hold.line_number AS "lineNumber", line.sku,
            sum(hold.quantity)::int AS quantity
       FROM stock_hold hold JOIN order_line line ON line.order_number = hold.order_number AND line.line_number = hold.line_number
      WHERE hold.order_number = $1 AND hold.state = 'lost' GROUP BY hold.line_number, line.sku ORDER BY hold.line_number`,
    [orderNumber],
  )
  return rows
}

function say(client: PoolClient, order: OrderRow, missing: Missing[], now: Date): Promise<void> {
  const lines = missing.map(({ lineNumber, sku, quantity }) => ({ lineNumber, sku, quantity }))
  // An order may be short twice: each time of other holds.
  const id = `${order.number}:${missing.map(({ holdIds }) => holdIds).join('+')}`
  return sayOfOrder(client, order, orderShort, id, { lines }, now)
}
