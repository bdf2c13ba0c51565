import { statement } from '@/lib/platform/db'
import type { BinPlace } from './read-hall'

/** Enough to choose from; more would be read and thought about for nothing. */
const MOST_LISTS = 60

export type Hold = { holdId: string; lineNumber: number; stockLineId: number; sku: string; quantity: number }
export type Candidate = {
  pickListId: string
  orderNumber: string
  priority: number
  dueAt: Date
  holds: Hold[]
}

/** The open pick lists of a site that have something to pick, the most urgent first, with what is held for them. */
export async function readCandidates(siteId: string): Promise<Candidate[]> {
  const rows = await statement<Omit<Candidate, 'holds'> & { holds: Hold[] | null }>(
    'pick-candidates',
    `SELECT list.id AS "pickListId", list.order_number AS "orderNumber", list.priority, list.due_at AS "dueAt",
            (SELECT jsonb_agg(jsonb_build_object('holdId', hold.id::text, 'lineNumber', hold.line_number, 'stockLineId',
                      hold.stock_line_id, 'sku', stock.sku, 'quantity', hold.quantity) ORDER BY hold.id)
               FROM stock_hold hold JOIN stock_line stock ON stock.id = hold.stock_line_id
              WHERE hold.order_number = list.order_number AND hold.state = 'held') AS holds
       FROM pick_list list JOIN orders ON orders.number = list.order_number
      WHERE list.site_id = $1 AND list.state = 'open' AND orders.status IN ('placed', 'picking', 'packed')
        AND NOT EXISTS (SELECT 1 FROM pick_act act WHERE act.order_number = list.order_number AND act.is_owed)
      ORDER BY list.priority DESC, list.due_at, list.id LIMIT $2`,
    [siteId, MOST_LISTS],
  )
  return rows.flatMap(({ holds, ...list }) => (holds ? [{ ...list, holds }] : []))
}

export type Line = BinPlace & {
  id: number
  sku: string
  binId: number
  expiresOn: string | null
  free: number
  isDoubted: boolean
  weightGrams: number
  volumeMl: number
  temperatureZone: 'ambient' | 'chilled' | 'frozen'
}

/** Where units of these SKUs lie that nobody holds, and these stock lines, with what their product weighs. */
export async function readLines(siteId: string, skus: string[], held: number[]): Promise<Line[]> {
  return statement<Line>(
    'pickable-lines',
    `SELECT line.id, line.sku, line.bin_id AS "binId", aisle.code AS aisle, bin.x_metres AS "xMetres", bin.y_metres AS "yMetres",
            to_char(line.expires_on, 'YYYY-MM-DD') AS "expiresOn", line.on_hand - line.held AS free,
            EXISTS (SELECT 1 FROM stock_count count WHERE count.site_id = line.site_id AND count.state = 'open' AND count.is_owed
                       AND count.bin_id = line.bin_id AND (count.sku IS NULL OR count.sku = line.sku)) AS "isDoubted",
            product.weight_grams AS "weightGrams", product.volume_ml AS "volumeMl", product.temperature_zone AS "temperatureZone"
       FROM stock_line line JOIN bin ON bin.id = line.bin_id JOIN aisle ON aisle.id = bin.aisle_id
       JOIN product ON product.sku = line.sku
      WHERE line.site_id = $1 AND line.sku = ANY ($2) AND (line.on_hand > line.held OR line.id = ANY ($3)) ORDER BY line.id`,
    [siteId, skus, held],
  )
}
