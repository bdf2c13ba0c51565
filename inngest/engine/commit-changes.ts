import { statement } from '@/lib/platform/db'
import type { Decision, Failure } from './rules/change'
import { storableJson } from './rules/storable-json'

/** A decision about a leased job; it takes effect only while the lease holds. */
export type Change = Decision & {
  jobId: string
  generation: number
  runId: string
  startedAt: Date
  /** For the run's history. */
  failures?: Failure[]
  /** Somebody wants to hear of the run's end, whatever it is: who invoked it, or a function triggered by it. */
  tellEnd?: boolean
}

/**
 * All changes of a batch in one statement, one transaction, one fsync. `held` is the fence: it locks the jobs whose
 * generation is still the caller's (waiting for a rival claim and looking again, as READ COMMITTED does), and nothing
 * below touches a job or run that is not in it. A batch holds a run once, so that every part updates a row once.
 * When the last planned step of a run settles, the run is called again: the counter on the run row is exact even when
 * two engines settle the last two steps at the same time, because the second update waits for the first. After a step
 * of a race the run is called at once; what that call finds again of the others is known already and not planned twice
 * (`fresh`). What functions return goes by position in $5, because the json functions of Postgres refuse NUL and lone
 * surrogates which the type json itself keeps.
 */
const COMMIT = `
WITH change AS (
  SELECT * FROM json_to_recordset($1) AS c(job bigint, generation int, run uuid, fate text, due_at timestamptz,
    attempt int, last_error jsonb, output int, error jsonb, failures jsonb, tell boolean, result jsonb, started_at timestamptz)
), held AS (
  SELECT c.* FROM change c JOIN engine_job j ON j.id = c.job AND j.generation = c.generation
  ORDER BY j.id FOR UPDATE OF j
), saved AS (
  INSERT INTO engine_step (run_id, step_id, name, op, value, pending, settled_at)
  SELECT h.run, s.id, s.name, s.op, ($5::json[])[s.value], false, $4::timestamptz
  FROM json_to_recordset($2) AS s(n int, job bigint, id text, name text, op text, value int)
  JOIN held h ON h.job = s.job ORDER BY s.n
  ON CONFLICT (run_id, step_id) DO UPDATE SET op = excluded.op, value = excluded.value, pending = false,
    ord = excluded.ord, settled_at = excluded.settled_at WHERE engine_step.pending
  RETURNING run_id, race
), planned AS (
  SELECT p.* FROM json_to_recordset($3) AS p(run uuid, kind engine_job_kind, id text, name text, op text, race boolean,
    due_at timestamptz, event text, key_path text, key_source text, condition text, invoked jsonb)
  JOIN held h ON h.run = p.run
), fresh AS (
  INSERT INTO engine_step (run_id, step_id, name, op, pending, race)
  SELECT run, id, name, op, true, race FROM planned
  ON CONFLICT (run_id, step_id) DO NOTHING RETURNING run_id, step_id, race
), run AS (
  UPDATE engine_run r SET
    pending_steps = r.pending_steps + coalesce(f.counted, 0) - CASE WHEN h.fate = 'settle' AND s.run_id IS NULL THEN 1 ELSE 0 END,
    status = CASE h.fate WHEN 'complete' THEN 'completed' WHEN 'fail' THEN 'failed' WHEN 'cancel' THEN 'cancelled'
      ELSE 'active' END::engine_run_status,
    output = ($5::json[])[h.output], error = h.error, started_at = coalesce(r.started_at, h.started_at),
    failures = CASE WHEN h.failures IS NULL THEN r.failures
      ELSE jsonb_path_query_array(coalesce(r.failures, '[]') || h.failures, '$[last - 19 to last]') END,
    failed_attempts = r.failed_attempts + coalesce(jsonb_array_length(h.failures), 0),
    ended_at = CASE WHEN h.fate IN ('complete', 'fail', 'cancel') THEN $4::timestamptz END
  FROM held h
  LEFT JOIN (SELECT run_id, count(*)::int AS counted FROM fresh WHERE NOT race GROUP BY run_id) f ON f.run_id = h.run
  LEFT JOIN (SELECT DISTINCT run_id FROM saved WHERE race) s ON s.run_id = h.run
  WHERE r.id = h.run AND r.status = 'active'
    AND (h.fate IN ('plan', 'settle', 'complete', 'fail', 'cancel') OR h.failures IS NOT NULL)
  RETURNING r.id, r.function_id, r.event, r.events, r.traceparent, r.error, h.job, h.fate, h.tell, h.result,
    h.fate = 'settle' AND (r.pending_steps = 0 OR s.run_id IS NOT NULL) AS resumes,
    h.fate IN ('complete', 'fail', 'cancel') AS ended
), queued AS (
  INSERT INTO engine_job (kind, function_id, run_id, step_id, due_at)
  SELECT p.kind, r.function_id, r.id, p.id, p.due_at
  FROM planned p JOIN fresh f ON f.run_id = p.run AND f.step_id = p.id JOIN run r ON r.id = p.run
), waiting AS (
  INSERT INTO engine_wait (run_id, step_id, event, key_path, key, condition)
  SELECT r.id, p.id, p.event, CASE WHEN k.key IS NOT NULL THEN p.key_path END, k.key, p.condition
  FROM planned p JOIN fresh f ON f.run_id = p.run AND f.step_id = p.id JOIN run r ON r.id = p.run
  CROSS JOIN LATERAL (
    SELECT engine_wait_key(jsonb_path_query_first(r.event, p.key_source::jsonpath, '{}', true)) AS key
  ) k WHERE p.event IS NOT NULL
), invoked AS (
  INSERT INTO outbox_event (event_id, name, subject, data, traceparent, occurred_at)
  SELECT p.invoked #>> '{_inngest,correlation_id}', 'inngest/function.invoked', r.id, p.invoked, r.traceparent, $4
  FROM planned p JOIN fresh f ON f.run_id = p.run AND f.step_id = p.id JOIN run r ON r.id = p.run
  WHERE p.invoked IS NOT NULL
  ON CONFLICT (event_id) DO NOTHING
), joined AS (
  INSERT INTO engine_job (kind, function_id, run_id, due_at)
  SELECT 'discover', function_id, id, $4 FROM run WHERE resumes
), again AS (
  UPDATE engine_job j SET due_at = h.due_at, attempt = h.attempt, last_error = h.last_error, deliveries = 0,
    generation = j.generation + 1, lease_until = NULL, leased_by = NULL
  FROM held h WHERE j.id = h.job AND h.fate = 'again'
), done AS (
  DELETE FROM engine_job j USING held h
  WHERE j.id = h.job AND h.fate IN ('plan', 'settle', 'complete', 'fail', 'cancel')
), cut AS (
  DELETE FROM engine_job j USING run r WHERE j.run_id = r.id AND r.ended AND j.id <> r.job
), told AS (
  INSERT INTO outbox_event (event_id, name, subject, data, traceparent, occurred_at)
  SELECT said.word || ':' || r.id, 'inngest/function.' || said.word, r.id, jsonb_build_object(
      'function_id', r.function_id, 'run_id', r.id, 'event', r.event, 'events', coalesce(r.events, jsonb_build_array(r.event)),
      '_inngest', jsonb_build_object('status', initcap(said.status), 'correlation_id', r.event->>'id'))
    || CASE WHEN r.fate = 'complete' THEN jsonb_build_object('result', r.result)
      ELSE jsonb_build_object('error', r.error) END, r.traceparent, $4
  FROM run r JOIN (VALUES ('failed', 'fail', 'failed'), ('cancelled', 'cancel', 'cancelled'),
    ('finished', 'complete', 'completed'), ('finished', 'fail', 'failed'), ('finished', 'cancel', 'cancelled')
  ) AS said(word, fate, status) ON said.fate = r.fate AND (said.word <> 'finished' OR r.tell)
  WHERE r.event->>'name' NOT IN ('inngest/function.failed', 'inngest/function.finished', 'inngest/function.cancelled')
  ON CONFLICT (event_id) DO NOTHING
)
SELECT job FROM held`

/** Commits a batch; returns the jobs whose lease still held. No run may occur twice in it. */
export async function commitChanges(changes: readonly Change[], now: Date): Promise<Set<string>> {
  const returned: string[] = []
  const keep = (value: unknown) => (value == null ? null : returned.push(JSON.stringify(value)))
  const steps = changes.flatMap(({ jobId, steps }) =>
    steps.map((step) => ({ job: jobId, ...step, value: keep(step.value) })),
  )
  const rows = await statement<{ job: string }>('engine-commit-changes', COMMIT, [
    storableJson(changes.map((change) => changeRow(change, keep))),
    storableJson(steps.map((step, n) => ({ n, ...step }))),
    storableJson(changes.flatMap(plannedRows)),
    now,
    returned,
  ])
  return new Set(rows.map(({ job }) => job))
}

function changeRow(change: Change, keep: (value: unknown) => number | null) {
  const { jobId, generation, runId, startedAt, failures = [], tellEnd, fate } = change
  const row = {
    job: jobId,
    generation,
    run: runId,
    fate: fate.kind,
    started_at: startedAt,
    ...(failures.length > 0 && { failures }),
    ...(tellEnd && { tell: true }),
  }
  switch (fate.kind) {
    case 'again':
      return { ...row, due_at: fate.dueAt, attempt: fate.attempt, last_error: fate.lastError }
    case 'complete':
      return { ...row, output: keep(fate.output), ...(tellEnd && { result: fate.output }) }
    case 'fail':
    case 'cancel':
      return { ...row, error: fate.error }
    default:
      return row
  }
}

function plannedRows({ runId, fate }: Change) {
  if (fate.kind !== 'plan') return []
  return fate.planned.map(({ kind, id, name, op, race, dueAt, wait, invoked }) => ({
    run: runId,
    kind,
    id,
    name,
    op,
    race,
    due_at: dueAt,
    event: wait?.event,
    key_path: wait?.keyPath,
    key_source: wait?.keySource,
    condition: wait?.condition,
    invoked,
  }))
}
