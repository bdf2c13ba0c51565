import { statement } from '@/lib/platform/db'
import type { MoveTask } from './slotting-schema'

/** More than a floor makes in a day. */
const MOST_TASKS = 200

/**
 * What the floor is to move now: the next transfer of every accepted move, in the order of the bins it begins at. Units that
 * are promised to orders stay for their pickers; a move of which nothing is free waits.
 */
export async function listSlottingTasks(site: string): Promise<MoveTask[]> {
  return statement<MoveTask>(
    'list-slotting-tasks',
    `SELECT move.id, move.told AS transfer, jsonb_array_length(move.move->'transfers') AS transfers, product.sku, product.name,
            product.gtin, part->>'lot' AS lot, bin.code AS "from", part->'to'->>'bin' AS "to", move.move->>'because' AS because,
            stock.free, stock.held
       FROM slotting_move move CROSS JOIN LATERAL (SELECT move.move->'transfers'->move.told AS part) next
       JOIN bin ON bin.site_id = move.site_id AND bin.code = part->'from'->>'bin' JOIN product ON product.sku = part->>'sku'
       JOIN LATERAL (
         SELECT sum(on_hand - held)::int AS free, sum(held)::int AS held FROM stock_line line
          WHERE line.bin_id = bin.id AND line.sku = product.sku AND line.lot = part->>'lot') stock ON stock.free > 0
      WHERE move.site_id = $1 AND move.state = 'accepted' ORDER BY bin.code, move.id LIMIT $2`,
    [site, MOST_TASKS],
  )
}
