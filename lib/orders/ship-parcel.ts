import type { PoolClient } from 'pg'
import { oweMovement } from '@/lib/payments/owe-movement'
import { changeOrder, type OrderRow } from './change-order'
import { orderShipped } from './events'
import { progressOf } from './progress-of'
import { isInHouse } from './rules/order-transitions'
import { sayOfOrder } from './say-of-order'
import { type PackedParcel, writeShipment } from './write-shipment'

export type Shipping =
  | { outcome: 'shipped' | 'shipped-before' }
  | { outcome: 'refused'; says: string }
  | { outcome: 'unknown' }

/**
 * A parcel is with its carrier: its lines do not change any more, and exactly they are to be captured. Handed over again, by
 * whom and however often, nothing changes.
 */
export async function shipParcel(packed: PackedParcel, by: string, now: Date): Promise<Shipping> {
  const { parcel, orderNumber, carrier } = packed
  const changed = await changeOrder<Shipping>(orderNumber, now, async (client, order) => {
    if (await isHandedOver(client, parcel)) return { result: { outcome: 'shipped-before' } }
    if (!isInHouse(order.status)) {
      const says = `Order ${orderNumber} is ${order.status}. Send parcel ${parcel} to the exceptions.`
      return { result: { outcome: 'refused', says } }
    }
    await writeShipment(client, packed)
    await client.query('UPDATE shipment SET handed_over_at = $2, handed_over_by = $3 WHERE id = $1', [
      ...[parcel, now, by],
    ])
    const lines = await readLines(client, parcel)
    await oweCapture(client, order, parcel, lines, by)
    const becomes = await progressOf(client, order)
    const told = lines.map(({ lineNumber, sku, quantity }) => ({ lineNumber, sku, quantity }))
    const data = { parcel, carrier, lines: told, isComplete: becomes === 'shipped' }
    await sayOfOrder(client, order, orderShipped, parcel, data, now)
    return { result: { outcome: 'shipped' }, event: orderShipped, becomes }
  })
  return changed?.result ?? { outcome: 'unknown' }
}

async function isHandedOver(client: PoolClient, parcel: string): Promise<boolean> {
  const { rowCount } = await client.query(
    'SELECT FROM shipment WHERE id = $1 AND handed_over_at IS NOT NULL',
    [parcel],
  )
  return rowCount === 1
}

type ShippedLine = { lineNumber: number; sku: string; quantity: number; unitPriceMinor: number }

async function readLines(client: PoolClient, parcel: string): Promise<ShippedLine[]> {
  const { rows } = await client.query<ShippedLine>(
    `SELECT line.line_number AS "lineNumber", ordered.sku, line.quantity, ordered.unit_price_minor AS "unitPriceMinor"
       FROM shipment JOIN shipment_line line ON line.shipment_id = shipment.id
       JOIN order_line ordered ON ordered.order_number = shipment.order_number AND ordered.line_number = line.line_number
      WHERE shipment.id = $1 ORDER BY line.line_number`,
    [parcel],
  )
  return rows
}

async function oweCapture(
  client: PoolClient,
  { number: orderNumber, site_id: site, traceparent }: OrderRow,
  parcel: string,
  lines: ShippedLine[],
  by: string,
): Promise<void> {
  const amountMinor = lines.reduce((sum, line) => sum + line.quantity * line.unitPriceMinor, 0)
  if (amountMinor === 0) return
  const owing = await oweMovement(client, {
    ...{ id: `${orderNumber}/capture/${parcel}`, orderNumber, site, kind: 'capture', amountMinor },
    ...{ reason: `parcel ${parcel} was handed over`, askedBy: by, traceparent },
  })
  if (owing.outcome !== 'owed') throw new Error(`the capture of parcel ${parcel} is ${owing.outcome}`)
}
