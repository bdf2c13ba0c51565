import { randomUUID } from 'node:crypto'
import { statement } from '@/lib/platform/db'
import { wakeNightShift } from '@/lib/platform/wake-night-shift'

/** The key is new, or the event would count as one that came before. Limits of the queue hold, rates do not. */
const REPLAY = `
WITH run AS (
  INSERT INTO engine_run (function_id, idempotency_key, event, events, traceparent, created_at, limit_keys, priority)
  SELECT function_id, $2, event, events, traceparent, clock_timestamp(), limit_keys, priority FROM engine_run WHERE id = $1
  RETURNING id, function_id, created_at
), queued AS (
  INSERT INTO engine_job (kind, function_id, run_id, due_at) SELECT 'discover', function_id, id, created_at FROM run
)
SELECT id FROM run`

/**
 * Starts a function once more with the event of an earlier run, from its first step; the earlier run stays as it is.
 * What must not happen twice is the business of the steps: towards mail and payment they are idempotent.
 */
export async function replayRun(
  id: string,
): Promise<{ outcome: 'replayed'; runId: string } | { outcome: 'not-found' }> {
  const [run] = await statement<{ id: string }>('engine-replay-run', REPLAY, [id, `replay:${randomUUID()}`])
  if (!run) return { outcome: 'not-found' }
  wakeNightShift()
  return { outcome: 'replayed', runId: run.id }
}
