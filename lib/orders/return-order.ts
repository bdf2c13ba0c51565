import type { PoolClient } from 'pg'
import type { ReturnRequest } from './action-schema'
import { changeOrder, type OrderRow } from './change-order'
import { orderReturned } from './events'
import { oweRefund, readRefundable } from './owe-refund'
import { readShippedLines } from './read-shipped-lines'
import { recordReturn } from './record-return'
import { type PricedLines, priceLines } from './rules/price-lines'
import { sayOfOrder } from './say-of-order'

export type Returning =
  | { outcome: 'returned' | 'returned-before' }
  | { outcome: 'refused'; says: string }
  | { outcome: 'unknown' }

/**
 * Takes goods back, once by its operation: it is decided and written first, with the refund of their price, and told to the
 * ledger after, by its name. Who dies between the two leaves it owed, and the night shift tells it.
 */
export async function returnOrder(
  orderNumber: string,
  request: ReturnRequest,
  by: string,
  now: Date,
): Promise<Returning> {
  const changed = await changeOrder<Returning>(orderNumber, now, async (client, order) => {
    if (await isKnown(client, orderNumber, request)) return { result: { outcome: 'returned-before' } }
    const shipped = await readShippedLines(client, orderNumber)
    const priced = priceLines(request.lines, shipped)
    if (priced.outcome === 'refused') return { result: priced }
    await writeReturn(client, order, { request, priced, by }, now)
    const atHome = shipped.reduce((sum, line) => sum + line.shipped - line.returned, 0)
    const isAll = atHome === priced.lines.reduce((sum, { quantity }) => sum + quantity, 0)
    const becomes = isAll && order.status === 'shipped' ? 'returned' : order.status
    return { result: { outcome: 'returned' }, event: orderReturned, becomes }
  })
  const result = changed?.result ?? { outcome: 'unknown' }
  if ('says' in result || result.outcome === 'unknown') return result
  await recordReturn(orderNumber, request.operationId, now)
  return result
}

async function isKnown(client: PoolClient, orderNumber: string, { operationId }: ReturnRequest) {
  const { rowCount } = await client.query(
    'SELECT FROM order_return WHERE order_number = $1 AND operation_id = $2',
    [orderNumber, operationId],
  )
  return rowCount === 1
}

type Back = { request: ReturnRequest; priced: Extract<PricedLines, { outcome: 'priced' }>; by: string }

async function writeReturn(
  client: PoolClient,
  order: OrderRow,
  { request, priced, by }: Back,
  now: Date,
): Promise<void> {
  const { number } = order
  const { operationId, reason } = request
  const binOf = (sku: string) => request.lines.find((line) => line.sku === sku)?.bin ?? null
  await client.query(
    'INSERT INTO order_return (order_number, operation_id, reason, by, at) VALUES ($1, $2, $3, $4, $5)',
    [number, operationId, reason, by, now],
  )
  await client.query(
    `INSERT INTO order_return_line (order_number, operation_id, line_number, quantity, bin)
     SELECT $1, $2, * FROM unnest($3::int[], $4::int[], $5::text[])`,
    [
      ...[number, operationId, priced.lines.map(({ lineNumber }) => lineNumber)],
      ...[priced.lines.map(({ quantity }) => quantity), priced.lines.map(({ sku }) => binOf(sku))],
    ],
  )
  // Support may have given the money back before the goods came.
  const amountMinor = Math.min(priced.amountMinor, await readRefundable(client, number))
  const refund = { operation: `return-${operationId}`, amountMinor, reason, by }
  if (amountMinor > 0) await oweRefund(client, order, refund, now)
  const id = `${number}:${operationId}`
  await sayOfOrder(client, order, orderReturned, id, { operationId, lines: priced.lines }, now)
}
