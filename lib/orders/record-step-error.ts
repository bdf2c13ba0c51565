import { statement } from '@/lib/platform/db'
import { announce } from '@/lib/platform/realtime'
import type { DeferredKind } from './schema'

const ERROR_CHARACTERS = 500

/**
 * Notes on the owed row why an attempt failed, and whether another follows (`retrying`) or none does (`failed`).
 * @returns the attempts so far; null when the step is not owed (any more)
 */
export async function recordStepError(
  kind: DeferredKind,
  orderNumber: string,
  state: 'retrying' | 'failed',
  error: unknown,
): Promise<{ attempts: number | null }> {
  const message = (error instanceof Error ? error.message : String(error)).slice(0, ERROR_CHARACTERS)
  const [row] = await statement<{ site_id: string; version: number; attempts: number }>(
    'record-step-error',
    `WITH failed AS (
       UPDATE order_step SET state = $3::step_state, last_error = $4, failed_at = now(), claimed_until = NULL
        WHERE order_number = $1 AND kind = $2 AND state <> 'done' RETURNING order_number, attempts
     )
     UPDATE orders SET version = version + 1 FROM failed WHERE number = failed.order_number RETURNING site_id, version, failed.attempts`,
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
  return { attempts: row?.attempts ?? null }
}
