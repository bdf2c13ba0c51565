import { statement } from '@/lib/platform/db'
import { announce } from '@/lib/platform/realtime'
import { cancelStops } from './cancel-stops'
import { listChanged } from './events'

/** A cancelled order is not picked any more: its stops leave their tours, its list is closed. Done twice, it changes nothing. */
export async function stopPicking(orderNumber: string, now: Date): Promise<void> {
  await cancelStops(now)
  const [list] = await statement<{ id: string; site: string; version: number }>(
    'cancel-pick-list',
    `UPDATE pick_list SET state = 'cancelled', closed_at = $2, version = pick_list.version + 1 FROM orders
      WHERE order_number = $1 AND pick_list.state = 'open' AND orders.number = order_number AND orders.status = 'cancelled'
      RETURNING pick_list.id, pick_list.site_id AS site, pick_list.version`,
    [orderNumber, now],
  )
  if (list) announce({ ...list, topic: 'picks', event: listChanged })
}
