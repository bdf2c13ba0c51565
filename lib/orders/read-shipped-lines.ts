import type { PoolClient } from 'pg'

/** A line of an order: what carriers have of it, less what came back. */
export type ShippedLine = {
  lineNumber: number
  sku: string
  unitPriceMinor: number
  shipped: number
  returned: number
}

/** The lines of an order with what was shipped and what came back, as the caller's transaction sees them. */
export async function readShippedLines(client: PoolClient, orderNumber: string): Promise<ShippedLine[]> {
  const { rows } = await client.query<ShippedLine>(
    `SELECT ordered.line_number AS "lineNumber", sku, unit_price_minor AS "unitPriceMinor",
            (SELECT coalesce(sum(line.quantity), 0)::int FROM shipment JOIN shipment_line line ON line.shipment_id = shipment.id
              WHERE shipment.order_number = $1 AND handed_over_at IS NOT NULL AND line.line_number = ordered.line_number) AS shipped,
            (SELECT coalesce(sum(quantity), 0)::int FROM order_return_line back
              WHERE back.order_number = $1 AND back.line_number = ordered.line_number) AS returned
       FROM order_line ordered WHERE order_number = $1 ORDER BY line_number`,
    [orderNumber],
  )
  return rows
}
