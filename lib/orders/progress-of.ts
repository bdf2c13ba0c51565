import type { PoolClient } from 'pg'
import { oweMovement } from '@/lib/payments/owe-movement'
import type { OrderRow } from './change-order'
import { readUnits } from './read-units'
import { orderProgress } from './rules/order-progress'
import type { OrderStatus } from './schema'

/**
 * What an order that is on its way through the house becomes, by its units. With the last of it shipped, what is still
 * reserved on the card is let go: nobody pays for what did not come.
 */
export async function progressOf(client: PoolClient, order: OrderRow): Promise<OrderStatus> {
  const becomes = orderProgress(order.status, await readUnits(client, order.number))
  if (becomes === 'shipped') {
    await oweMovement(client, {
      ...{ id: `${order.number}/void`, orderNumber: order.number, site: order.site_id, kind: 'void' },
      ...{ reason: 'all that there is was shipped', traceparent: order.traceparent },
    })
  }
  return becomes
}
