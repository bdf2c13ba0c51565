import type { PoolClient } from 'pg'
import type { ProgressFacts } from './rules/order-progress'

/** An order's units by how far they are, as the caller's transaction sees them. */
export async function readUnits(client: PoolClient, orderNumber: string): Promise<ProgressFacts> {
  const { rows } = await client.query<ProgressFacts>(
    `SELECT held.*, sent.* FROM (
       SELECT coalesce(sum(quantity) FILTER (WHERE state = 'held'), 0)::int AS "toPick",
              coalesce(sum(quantity) FILTER (WHERE state = 'lost'), 0)::int AS lost,
              coalesce(sum(quantity) FILTER (WHERE state = 'picked'), 0)::int AS picked
         FROM stock_hold WHERE order_number = $1) held, (
       SELECT coalesce(sum(quantity), 0)::int AS packed,
              coalesce(sum(quantity) FILTER (WHERE handed_over_at IS NOT NULL), 0)::int AS shipped
         FROM shipment JOIN shipment_line line ON line.shipment_id = shipment.id WHERE order_number = $1) sent`,
    [orderNumber],
  )
  const [units] = rows
  if (!units) throw new Error(`the units of order ${orderNumber} were not counted`)
  return units
}
