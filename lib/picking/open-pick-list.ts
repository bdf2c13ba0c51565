import { statement } from '@/lib/platform/db'
import { announce } from '@/lib/platform/realtime'
import type { OrderNotice } from './schema'

/** An order is picked within two hours of its placing, until sites set their own cut-offs. */
const PICKED_WITHIN_MS = 2 * 60 * 60 * 1000

/**
 * Gives the warehouse the pick work of an order: one line for each bin its stock is held in. Made once for an order;
 * making it again changes nothing.
 */
export async function openPickList(notice: OrderNotice): Promise<{ outcome: 'opened' | 'already-open' }> {
  const dueAt = new Date(notice.placedAt.getTime() + PICKED_WITHIN_MS)
  const [row] = await statement<{ id: string }>(
    'open-pick-list',
    `WITH list AS (
       INSERT INTO pick_list (id, site_id, order_number, customer_name, due_at)
       VALUES (gen_random_uuid(), $1, $2, $3, $4) ON CONFLICT (order_number) DO NOTHING RETURNING id
     ), lines AS (
       INSERT INTO pick_line (pick_list_id, hold_id, bin_id, sku, quantity)
       SELECT list.id, hold.id, stock.bin_id, stock.sku, hold.quantity
         FROM list, stock_hold hold JOIN stock_line stock ON stock.id = hold.stock_line_id
        WHERE hold.order_number = $2 AND hold.state = 'held'
     )
     SELECT id FROM list`,
    [notice.siteId, notice.orderNumber, notice.customerName, dueAt],
  )
  if (!row) return { outcome: 'already-open' }
  announce({ site: notice.siteId, topic: 'picks', event: 'picking/list.opened', id: row.id, version: 1 })
  return { outcome: 'opened' }
}
