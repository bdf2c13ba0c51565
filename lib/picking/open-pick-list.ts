import { statement } from '@/lib/platform/db'
import { announce } from '@/lib/platform/realtime'
import { listChanged } from './events'
import type { OrderNotice } from './schema'

/** An order is picked within two hours of its placing, until sites set their own cut-offs. */
const PICKED_WITHIN_MS = 2 * 60 * 60 * 1000

/**
 * Gives the warehouse the pick work of an order: what is held for it, in the bins it is held in. Made once for an
 * order; making it again changes nothing.
 */
export async function openPickList(notice: OrderNotice): Promise<{ outcome: 'opened' | 'already-open' }> {
  const dueAt = new Date(notice.placedAt.getTime() + PICKED_WITHIN_MS)
  const [row] = await statement<{ id: string }>(
    'open-pick-list',
    `INSERT INTO pick_list (id, site_id, order_number, customer_name, due_at)
     VALUES (gen_random_uuid(), $1, $2, $3, $4) ON CONFLICT (order_number) DO NOTHING RETURNING id`,
    [notice.siteId, notice.orderNumber, notice.customerName, dueAt],
  )
  if (!row) return { outcome: 'already-open' }
  announce({ site: notice.siteId, topic: 'picks', event: listChanged, id: row.id, version: 1 })
  return { outcome: 'opened' }
}
