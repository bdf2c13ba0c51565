import { statement } from '@/lib/platform/db'
import { wakeNightShift } from '@/lib/platform/wake-night-shift'
import { stepOwedAgain } from './events'
import type { DeferredKind } from './schema'

const AT_ONCE = 5_000

/**
 * Has the owed steps of a site and kind tried now instead of when the engine's patience ends:
 * a mail server that is back after an hour must not find its mails in a backoff of minutes. Their first runs come
 * later, find the steps done and leave. Those go first that were tried longest ago, so that one which nobody will ever
 * take does not stand before the rest.
 * @param which `retrying`: an attempt failed; `lost`: nobody has begun them although they were due by `dueBefore`
 * @param slot names this hastening; the same step is said once in it
 * @returns how many were said
 */
export async function hastenSteps(
  siteId: string,
  kind: DeferredKind,
  which: { state: 'retrying' } | { state: 'lost'; dueBefore: Date },
  slot: string,
  limit = AT_ONCE,
): Promise<number> {
  const rows = await statement(
    'hasten-steps',
    `INSERT INTO outbox_event (event_id, name, site_id, subject, data, traceparent, occurred_at)
     SELECT 'step.owed-again:' || o.number || ':' || step.kind || ':' || $3, $4, o.site_id, o.number,
            jsonb_build_object('orderNumber', o.number, 'site', o.site_id, 'kind', step.kind, 'once', $5::timestamptz IS NULL),
            o.traceparent, now()
       FROM (SELECT * FROM order_step WHERE site_id = $1 AND kind = $2 AND state <> 'done'
              AND (claimed_until IS NULL OR claimed_until < now())
              AND CASE WHEN $5::timestamptz IS NULL THEN state = 'retrying' ELSE attempts = 0 AND due_at < $5 END
            ORDER BY CASE WHEN $5::timestamptz IS NULL THEN failed_at ELSE due_at END LIMIT $6) step
       JOIN orders o ON o.number = step.order_number
     ON CONFLICT (event_id) DO NOTHING RETURNING 1`,
    [siteId, kind, slot, stepOwedAgain, which.state === 'lost' ? which.dueBefore : null, limit],
  )
  if (rows.length > 0) wakeNightShift()
  return rows.length
}
