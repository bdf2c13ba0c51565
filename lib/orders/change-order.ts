import type { PoolClient } from 'pg'
import { inTransaction } from '@/lib/platform/in-transaction'
import { announce } from '@/lib/platform/realtime'
import { wakeNightShift } from '@/lib/platform/wake-night-shift'
import { ForbiddenTransitionError } from './errors'
import { isFinal, mayBecome } from './rules/order-transitions'
import type { OrderStatus } from './schema'

export type OrderRow = {
  number: string
  site_id: string
  status: OrderStatus
  version: number
  currency: string
  traceparent: string | null
}

type Change<Result> = {
  result: Result
  /** What screens hear after the commit; without one nothing was changed. */
  event?: string
  becomes?: OrderStatus
}

/**
 * Changes an order: one change at a time, all of it or nothing. Every status after the checkout's own is written here, and
 * only as the table of transitions allows. What changed something counts the version up, is told to the screens after the
 * commit, and wakes the night shift for what it owes.
 * @returns null when there is no such order
 * @throws ForbiddenTransitionError when the change wants what the table does not allow
 */
export async function changeOrder<Result>(
  orderNumber: string,
  now: Date,
  change: (client: PoolClient, order: OrderRow) => Promise<Change<Result>>,
): Promise<{ result: Result } | null> {
  const changed = await inTransaction(async (client) => {
    const { rows } = await client.query<OrderRow>(
      'SELECT number, site_id, status, version, currency, traceparent FROM orders WHERE number = $1 FOR NO KEY UPDATE',
      [orderNumber],
    )
    const [order] = rows
    if (!order) return null
    const done = await change(client, order)
    if (done.event) await write(client, order, done.becomes ?? order.status, now)
    return { order, ...done }
  })
  if (changed === null) return null
  const { order, event, result } = changed
  if (event) {
    const version = order.version + 1
    announce({ site: order.site_id, topic: 'orders', event, id: orderNumber, version })
    wakeNightShift()
  }
  return { result }
}

async function write(client: PoolClient, order: OrderRow, to: OrderStatus, now: Date): Promise<void> {
  const { number, status } = order
  if (to !== status && !mayBecome(status, to)) throw new ForbiddenTransitionError(number, status, to)
  await client.query(
    `UPDATE orders SET status = $2, version = version + 1, closed_at = CASE WHEN $3 THEN $4::timestamptz ELSE closed_at END
      WHERE number = $1`,
    [number, to, to !== status && isFinal(to), now],
  )
}
