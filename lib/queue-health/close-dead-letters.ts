import { statement } from '@/lib/platform/db'

/** A step that got done after all, by a replay, a retry or the sweep, has no dead letter any more. */
const CLOSE = `
UPDATE dead_letter d SET state = 'replayed', replay_at = NULL, updated_at = now(),
  history = history || jsonb_build_array(jsonb_build_object('at', $1::text, 'what', 'done'))
FROM order_step s
WHERE d.kind = 'step' AND d.state IN ('dead', 'replaying') AND s.order_number = d.subject AND s.kind = d.queue AND s.state = 'done'
RETURNING d.id`

/** A step that was given up has a letter, even if the process that should have kept it died over it. */
const KEEP_FORGOTTEN = `
INSERT INTO dead_letter (id, key, kind, site_id, queue, subject, payload, error, attempts, history, created_at, updated_at)
SELECT gen_random_uuid(), 'step:' || s.order_number || ':' || s.kind, 'step', s.site_id, s.kind, s.order_number,
  jsonb_build_object('orderNumber', s.order_number, 'site', s.site_id, 'kind', s.kind), coalesce(s.last_error, 'given up'), s.attempts,
  jsonb_build_array(jsonb_build_object('at', $1::text, 'what', 'died', 'error', s.last_error)), now(), now()
FROM order_step s WHERE s.state = 'failed' AND s.failed_at < now() - interval '10 seconds'
ON CONFLICT (key) DO NOTHING`

/** Brings the dead letters in line with the steps they are about. Done twice, it changes nothing. */
export async function closeDeadLetters(): Promise<number> {
  const now = new Date().toISOString()
  const closed = await statement('close-dead-letters', CLOSE, [now])
  await statement('keep-forgotten-letters', KEEP_FORGOTTEN, [now])
  return closed.length
}
