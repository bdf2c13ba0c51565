import type { PoolClient } from 'pg'
import type { TourRow } from './change-tour'

export type ConfirmedStop = {
  seq: number
  bin: string
  binId: number
  stockLineId: number
  lineNumber: number
  position: number
  aisle: string
  weightGrams: number
  temperatureZone: string
  doneAt: Date | null
  xMetres: number
  yMetres: number
  lot: string
  sku: string
  gtin: string
  name: string
  slot: number
  orderNumber: string
  quantity: number
  picked: number
  state: 'open' | 'picked' | 'short' | 'cancelled'
  isOrderCancelled: boolean
  takenBy: string | null
}

/** Nobody else has picked meanwhile what this tour was for: two tours that were both given back would bring it twice. */
const IS_LEFT = `(SELECT sum(CASE WHEN one.tour_id = tour.id AND one.state = 'open' THEN one.quantity ELSE one.picked END) FROM tour_stop one
  WHERE one.order_number = stop.order_number AND one.line_number = stop.line_number)
  <= (SELECT quantity FROM order_line ordered WHERE ordered.order_number = stop.order_number AND ordered.line_number = stop.line_number)`

/**
 * The stops of a tour; the lists of their orders are locked, so that nobody plans for them meanwhile, and the orders, so that
 * what is picked is picked before or after a cancelling and never beside it.
 */
export async function lockStops(client: PoolClient, tour: TourRow): Promise<Map<number, ConfirmedStop>> {
  await client.query({
    name: 'lock-lists-of-tour',
    text: `SELECT 1 FROM pick_list list JOIN orders ON orders.number = list.order_number
      WHERE list.order_number IN (SELECT order_number FROM tour_stop WHERE tour_id = $1)
      ORDER BY list.id FOR NO KEY UPDATE OF list FOR SHARE OF orders`,
    values: [tour.id],
  })
  const { rows } = await client.query<ConfirmedStop>({
    name: 'stops-of-tour',
    text: `SELECT stop.seq, bin.code AS bin, bin.id AS "binId", stop.stock_line_id AS "stockLineId", stop.line_number AS "lineNumber", stop.position,
            aisle.code AS aisle, product.weight_grams AS "weightGrams", product.temperature_zone AS "temperatureZone", stop.done_at AS "doneAt",
            bin.x_metres AS "xMetres", bin.y_metres AS "yMetres", coalesce(line.lot, '') AS lot,
            stop.sku, product.gtin, product.name, stop.slot, stop.order_number AS "orderNumber", stop.quantity, stop.picked, stop.state,
            orders.status = 'cancelled' AS "isOrderCancelled",
            CASE WHEN tour.state = 'walking' OR (list.state = 'open' AND ${IS_LEFT}) THEN NULL
              ELSE coalesce((SELECT other.picker_name FROM tour_stop theirs JOIN tour other ON other.id = theirs.tour_id
                              WHERE theirs.order_number = stop.order_number AND other.id <> tour.id AND other.started_at >= tour.started_at
                              ORDER BY other.started_at DESC LIMIT 1), 'Somebody else') END AS "takenBy"
       FROM tour_stop stop JOIN tour ON tour.id = stop.tour_id JOIN bin ON bin.id = stop.bin_id
       JOIN aisle ON aisle.id = bin.aisle_id JOIN product ON product.sku = stop.sku
       JOIN orders ON orders.number = stop.order_number JOIN pick_list list ON list.order_number = stop.order_number
       LEFT JOIN stock_line line ON line.id = stop.stock_line_id
      WHERE stop.tour_id = $1`,
    values: [tour.id],
  })
  return new Map(rows.map((stop) => [stop.seq, stop]))
}
