import type { PoolClient } from 'pg'
import type { RefundRequest } from './action-schema'
import { changeOrder, type OrderRow } from './change-order'
import { orderRefunded } from './events'
import { oweRefund, readRefundable } from './owe-refund'
import { readShippedLines } from './read-shipped-lines'
import { priceLines } from './rules/price-lines'

export type Refunding =
  | { outcome: 'owed' | 'owed-before'; amountMinor: number }
  /** The operation refunded something else before. */
  | { outcome: 'another-operation'; amountMinor: number }
  | { outcome: 'refused'; says: string }
  | { outcome: 'unknown' }

/**
 * Gives money back: so much, the price of these lines, or all that is left. Once by its operation, and never more than was
 * captured less what was given back. Goods are not touched by it: what comes back is told by `returnOrder`.
 */
export async function refundOrder(
  orderNumber: string,
  request: RefundRequest,
  by: string,
  now: Date,
): Promise<Refunding> {
  const changed = await changeOrder<Refunding>(orderNumber, now, async (client, order) => {
    const before = await knownRefund(client, order, request)
    if (before) return { result: before }
    const left = await readRefundable(client, orderNumber)
    if (left === 0) return { result: nothingLeft(order) }
    const amount = await amountOf(client, order, request, left)
    if (typeof amount === 'string') return { result: { outcome: 'refused', says: amount } }
    if (amount > left)
      return { result: { outcome: 'refused', says: `At most ${money(left, order)} can be given back.` } }
    const { operationId: operation, reason } = request
    const owing = await oweRefund(client, order, { operation, amountMinor: amount, reason, by }, now)
    if (owing.outcome !== 'owed')
      throw new Error(`the refund ${operation} of order ${orderNumber} is ${owing.outcome}`)
    return { result: { outcome: 'owed', amountMinor: amount }, event: orderRefunded }
  })
  return changed?.result ?? { outcome: 'unknown' }
}

const money = (minor: number, { currency }: OrderRow): string => `${(minor / 100).toFixed(2)} ${currency}`

const nothingLeft = ({ number, status }: OrderRow): Refunding => ({
  outcome: 'refused',
  says:
    status === 'shipped' || status === 'returned'
      ? `All that was charged for order ${number} is given back already.`
      : `Nothing is charged for order ${number}, which is ${status}: there is nothing to give back.`,
})

async function knownRefund(
  client: PoolClient,
  { number }: OrderRow,
  { operationId, amount }: RefundRequest,
): Promise<Refunding | null> {
  const { rows } = await client.query<{ amountMinor: number }>(
    'SELECT amount_minor AS "amountMinor" FROM payment_movement WHERE id = $1',
    [`${number}/refund/${operationId}`],
  )
  const [known] = rows
  if (!known) return null
  const isSame = amount === undefined || amount.amount === known.amountMinor
  return { outcome: isSame ? 'owed-before' : 'another-operation', ...known }
}

/** @returns minor units, or why there are none */
async function amountOf(
  client: PoolClient,
  order: OrderRow,
  { amount, lines }: RefundRequest,
  left: number,
): Promise<number | string> {
  if (amount)
    return amount.currency === order.currency ? amount.amount : `The order was paid in ${order.currency}.`
  if (!lines) return left
  const shipped = await readShippedLines(client, order.number)
  const priced = priceLines(
    lines,
    shipped.map((line) => ({ ...line, returned: 0 })),
  )
  return priced.outcome === 'priced' ? priced.amountMinor : priced.says
}
