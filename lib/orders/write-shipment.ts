import type { PoolClient } from 'pg'
import { type LineQuantity, linesOfShipment } from './rules/lines-of-shipment'

/** A parcel as whoever packed it knows it; `lines` is what was picked into its totes. */
export type PackedParcel = {
  parcel: string
  orderNumber: string
  carrier: string
  packedAt: Date
  lines: readonly LineQuantity[]
}

/**
 * Writes what of an order is in a parcel, in the caller's transaction, which has the order's lock. Until the carrier has it,
 * it is written as it is known now: a phone may tell of a pick after the packing.
 * @returns whether the carrier has it already, and then nothing is written
 */
export async function writeShipment(
  client: PoolClient,
  { parcel, orderNumber, carrier, packedAt, lines }: PackedParcel,
): Promise<{ isHandedOver: boolean }> {
  const { rows } = await client.query<{ is_handed_over: boolean }>(
    `INSERT INTO shipment (id, order_number, carrier, packed_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (id) DO UPDATE SET carrier = CASE WHEN shipment.handed_over_at IS NULL THEN excluded.carrier ELSE shipment.carrier END
     RETURNING handed_over_at IS NOT NULL AS is_handed_over`,
    [parcel, orderNumber, carrier, packedAt],
  )
  if (rows[0]?.is_handed_over) return { isHandedOver: true }
  const { rows: ordered } = await client.query<LineQuantity>(
    'SELECT line_number AS "lineNumber", quantity FROM order_line WHERE order_number = $1 ORDER BY line_number',
    [orderNumber],
  )
  const { rows: elsewhere } = await client.query<LineQuantity>(
    `SELECT line_number AS "lineNumber", quantity FROM shipment JOIN shipment_line line ON line.shipment_id = shipment.id
      WHERE order_number = $1 AND shipment.id <> $2`,
    [orderNumber, parcel],
  )
  const held = linesOfShipment(lines, ordered, elsewhere)
  await client.query('DELETE FROM shipment_line WHERE shipment_id = $1', [parcel])
  await client.query(
    'INSERT INTO shipment_line (shipment_id, line_number, quantity) SELECT $1, * FROM unnest($2::int[], $3::int[])',
    [parcel, held.map(({ lineNumber }) => lineNumber), held.map(({ quantity }) => quantity)],
  )
  return { isHandedOver: false }
}
