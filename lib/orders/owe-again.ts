import { statement } from '@/lib/platform/db'
import { wakeNightShift } from '@/lib/platform/wake-night-shift'
import { stepOwedAgain } from './events'

/** A step is said again so often at most; two sweeps within it say it once. */
const SLOT_MS = 15 * 60 * 1000
/** A step that nobody has begun, or nobody has ended, so long after its due time has lost its run. */
const LOST_AFTER_MS = 10 * 60 * 1000
/** What has failed for a day is for people to decide. */
const FOR_MS = 24 * 60 * 60 * 1000

/**
 * The sweep behind the deferred steps: every step which was given up, or whose run is lost, is said to be owed again.
 * A step that is done by then leaves at once; the event's id names the slot, so that it is said once.
 * @param except steps that a person has laid aside
 */
export async function oweAgain(
  now: Date,
  except: readonly { orderNumber: string; kind: string }[] = [],
): Promise<{ steps: number }> {
  const slot = new Date(Math.floor(now.getTime() / SLOT_MS) * SLOT_MS).toISOString()
  const rows = await statement(
    'owe-again',
    `INSERT INTO outbox_event (event_id, name, site_id, subject, data, traceparent, occurred_at)
     SELECT 'step.owed-again:' || o.number || ':' || step.kind || ':' || $1, $2, o.site_id, o.number,
            jsonb_build_object('orderNumber', o.number, 'site', o.site_id, 'kind', step.kind), o.traceparent, $3
       FROM order_step step JOIN orders o ON o.number = step.order_number
      WHERE step.state <> 'done' AND o.placed_at > $4
        AND NOT EXISTS (SELECT FROM unnest($6::text[], $7::text[]) AS laid(number, kind)
              WHERE laid.number = o.number AND laid.kind = step.kind)
        AND (step.state = 'failed' OR (step.state IN ('pending', 'running') AND step.due_at < $5))
     ON CONFLICT (event_id) DO NOTHING RETURNING 1`,
    [
      slot,
      stepOwedAgain,
      now,
      new Date(now.getTime() - FOR_MS),
      new Date(now.getTime() - LOST_AFTER_MS),
      except.map(({ orderNumber }) => orderNumber),
      except.map(({ kind }) => kind),
    ],
  )
  if (rows.length > 0) wakeNightShift()
  return { steps: rows.length }
}
