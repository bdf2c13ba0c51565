import { statement } from '@/lib/platform/db'
import { announce } from '@/lib/platform/realtime'
import type { DeferredKind } from './schema'

const ERROR_CHARACTERS = 500

/** Notes on the owed row why an attempt failed, and whether another follows (`retrying`) or none does (`failed`). */
export async function recordStepError(
  kind: DeferredKind,
  orderNumber: string,
  state: 'retrying' | 'failed',
  error: unknown,
): Promise<void> {
  const message = (error instanceof Error ? error.message : String(error)).slice(0, ERROR_CHARACTERS)
  const [row] = await statement<{ site_id: string; version: number }>(
    'record-step-error',
    `WITH failed AS (
       UPDATE order_step SET state = $3::step_state, last_error = $4, claimed_until = NULL
        WHERE order_number = $1 AND kind = $2 AND state <> 'done' RETURNING order_number
     )
     UPDATE orders SET version = version + 1 FROM failed WHERE number = failed.order_number RETURNING site_id, version`,
    [orderNumber, kind, state, message],
  )
  if (row) {
    announce({
      site: row.site_id,
      topic: 'orders',
      event: `orders/${kind}.${state}`,
      id: orderNumber,
      version: row.version,
    })
  }
}
