import { statement } from '@/lib/platform/db'
import type { Wait } from './rules/change'

/** cancelOn of a function: which events end its runs, and for how long after a run's begin. */
export type CancelRule = Wait & { functionId: string; timeoutMs: number | null }

/**
 * The database keeps them, because a run begins to listen in the statement that makes it, whichever that is. Runs that
 * exist already keep listening for what was registered when they began. Left alone when nothing changed, so that two
 * engines with the same functions do not take turns at writing.
 */
const REGISTER = `
WITH wanted AS (
  SELECT * FROM json_to_recordset($1) AS w(function_id text, event text, key_path text, key_source text, condition text,
    timeout_ms bigint)
), dropped AS (
  DELETE FROM engine_cancel_rule c WHERE c.function_id = ANY($2) AND NOT EXISTS (
    SELECT FROM wanted w WHERE (w.function_id, w.event) = (c.function_id, c.event)
      AND (w.key_path, w.key_source, w.condition, w.timeout_ms)
        IS NOT DISTINCT FROM (c.key_path, c.key_source, c.condition, c.timeout_ms))
)
INSERT INTO engine_cancel_rule (function_id, event, key_path, key_source, condition, timeout_ms)
SELECT DISTINCT * FROM wanted EXCEPT
SELECT function_id, event, key_path, key_source, condition, timeout_ms FROM engine_cancel_rule`

export async function registerCancels(rules: readonly CancelRule[], functionIds: string[]): Promise<void> {
  const rows = rules.map(({ functionId, event, keyPath, keySource, condition, timeoutMs }) => ({
    function_id: functionId,
    event,
    key_path: keyPath,
    key_source: keySource,
    condition,
    timeout_ms: timeoutMs,
  }))
  await statement('engine-register-cancels', REGISTER, [JSON.stringify(rows), functionIds])
}
