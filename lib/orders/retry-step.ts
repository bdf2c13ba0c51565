import { statement } from '@/lib/platform/db'
import { announce } from '@/lib/platform/realtime'
import { wakeNightShift } from '@/lib/platform/wake-night-shift'
import { type StepEvent, stepOwedAgain } from './events'
import type { DeferredKind } from './schema'

/**
 * Has an owed step tried again now instead of when the engine's patience or the sweep would: the step is said to be
 * owed again, and leaves at once should it be done by then.
 * @param retryId makes this wish an event of its own; the same wish twice is one
 * @param change what this attempt is told otherwise than the order says
 */
export async function retryStep(
  orderNumber: string,
  kind: DeferredKind,
  retryId: string,
  change: Pick<StepEvent, 'to'> = {},
): Promise<{ outcome: 'owed-again' | 'already-done' | 'never-owed' }> {
  const [row] = await statement<{ state: string; site_id: string; version: number }>(
    'retry-step',
    `WITH step AS (
       SELECT o.number, o.site_id, o.version, o.traceparent, s.state
         FROM orders o JOIN order_step s ON s.order_number = o.number AND s.kind = $2 WHERE o.number = $1
     ), said AS (
       INSERT INTO outbox_event (event_id, name, site_id, subject, data, traceparent, occurred_at)
       SELECT 'step.owed-again:' || number || ':' || $2 || ':' || $3, $4, site_id, number,
              jsonb_build_object('orderNumber', number, 'site', site_id, 'kind', $2::text) || $6::jsonb, traceparent, $5
         FROM step WHERE state <> 'done'
       ON CONFLICT (event_id) DO NOTHING
     )
     SELECT state, site_id, version FROM step`,
    [orderNumber, kind, retryId, stepOwedAgain, new Date(), JSON.stringify(change)],
  )
  if (!row) return { outcome: 'never-owed' }
  if (row.state === 'done') return { outcome: 'already-done' }
  wakeNightShift()
  announce({
    site: row.site_id,
    topic: 'orders',
    event: `orders/${kind}.retry`,
    id: orderNumber,
    version: row.version,
  })
  return { outcome: 'owed-again' }
}
