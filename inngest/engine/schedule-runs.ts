import { statement } from '@/lib/platform/db'
import type { EventTrigger } from './register-functions'

/**
 * Events become runs in one statement: taken, started and queued in one commit, so that a crash leaves either all of
 * it or nothing. SKIP LOCKED shares the outbox between engines; the unique (function, event id) makes a repeated
 * event one run.
 */
const SCHEDULE = `
WITH taken AS (
  SELECT id, event_id, name, data, traceparent, occurred_at FROM outbox_event
  WHERE relayed_at IS NULL AND (NOT $6 OR starts_with(name, 'inngest/')) ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED
), marked AS (
  UPDATE outbox_event o SET relayed_at = $1 FROM taken t WHERE o.id = t.id
), run AS (
  INSERT INTO engine_run (function_id, idempotency_key, event, traceparent, created_at)
  SELECT l.function_id, t.event_id, jsonb_build_object('id', t.event_id, 'name', t.name, 'data', t.data,
    'ts', (extract(epoch FROM t.occurred_at) * 1000)::bigint), t.traceparent, $1
  FROM taken t JOIN unnest($3::text[], $4::text[], $5::jsonb[]) AS l(function_id, event, pattern)
    ON l.event = t.name AND (l.pattern IS NULL OR t.data @> l.pattern)
  ORDER BY t.id
  ON CONFLICT (function_id, idempotency_key) DO NOTHING
  RETURNING id, function_id
), queued AS (
  INSERT INTO engine_job (kind, function_id, run_id, due_at) SELECT 'discover', function_id, id, $1 FROM run
)
SELECT count(*)::int AS taken FROM taken`

/**
 * Starts the runs of the oldest waiting events; returns how many events were taken, at most `limit`.
 * @param onlySystem take only what the engine itself said; the rest belongs to another server
 */
export async function scheduleRuns(
  triggers: readonly EventTrigger[],
  now: Date,
  limit: number,
  onlySystem = false,
): Promise<number> {
  const [row] = await statement<{ taken: number }>('engine-schedule-runs', SCHEDULE, [
    now,
    limit,
    triggers.map(({ functionId }) => functionId),
    triggers.map(({ event }) => event),
    triggers.map(({ pattern }) => (pattern === null ? null : JSON.stringify(pattern))),
    onlySystem,
  ])
  return row?.taken ?? 0
}
