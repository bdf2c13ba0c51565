import { statement } from '@/lib/platform/db'
import { announce } from '@/lib/platform/realtime'
import type { DeferredKind } from './schema'

/** Closes an owed step: it is done. Closing it again changes nothing. */
export async function closeStep(kind: DeferredKind, orderNumber: string): Promise<void> {
  const [row] = await statement<{ site_id: string; version: number }>(
    'close-step',
    `WITH closed AS (
       UPDATE order_step SET state = 'done', finished_at = $3, last_error = NULL, claimed_until = NULL
        WHERE order_number = $1 AND kind = $2 AND state <> 'done' RETURNING order_number
     )
     UPDATE orders SET version = version + 1 FROM closed WHERE number = closed.order_number RETURNING site_id, version`,
    [orderNumber, kind, new Date()],
  )
  if (row) {
    announce({
      site: row.site_id,
      topic: 'orders',
      event: `orders/${kind}.done`,
      id: orderNumber,
      version: row.version,
    })
  }
}
