import { statement } from '@/lib/platform/db'
import type { Decision } from './rules/change'
import { storableJson } from './rules/storable-json'

/** A decision about a leased job; it takes effect only while the lease holds. */
export type Change = Decision & { jobId: string; generation: number; runId: string; startedAt: Date }

/**
 * All changes of a batch in one statement, one transaction, one fsync. `held` is the fence: it locks the jobs whose
 * generation is still the caller's (waiting for a rival claim and looking again, as READ COMMITTED does), and nothing
 * below touches a job or run that is not in it. A batch holds a run once, so that every part updates a row once.
 * When the last planned step of a run settles, the run is called again: the counter on the run row is exact even when
 * two engines settle the last two steps at the same time, because the second update waits for the first.
 * What functions return goes by position in $5, because the json functions of Postgres refuse NUL and lone surrogates
 * which the type json itself keeps.
 */
const COMMIT = `
WITH change AS (
  SELECT * FROM json_to_recordset($1) AS c(job bigint, generation int, run uuid, fate text, due_at timestamptz,
    attempt int, last_error jsonb, planned int, output int, error jsonb, started_at timestamptz)
), held AS (
  SELECT c.* FROM change c JOIN engine_job j ON j.id = c.job AND j.generation = c.generation
  ORDER BY j.id FOR UPDATE OF j
), saved AS (
  INSERT INTO engine_step (run_id, step_id, name, op, value, pending, settled_at)
  SELECT h.run, s.id, s.name, s.op, ($5::json[])[s.value], s.pending, CASE WHEN NOT s.pending THEN $4::timestamptz END
  FROM json_to_recordset($2) AS s(n int, job bigint, id text, name text, op text, value int, pending boolean)
  JOIN held h ON h.job = s.job ORDER BY s.n
  ON CONFLICT (run_id, step_id) DO UPDATE SET op = excluded.op, value = excluded.value, pending = excluded.pending,
    ord = excluded.ord, settled_at = excluded.settled_at WHERE engine_step.pending
), run AS (
  UPDATE engine_run r SET
    pending_steps = r.pending_steps + h.planned,
    status = CASE h.fate WHEN 'complete' THEN 'completed' WHEN 'fail' THEN 'failed' ELSE 'active' END::engine_run_status,
    output = ($5::json[])[h.output], error = h.error, started_at = coalesce(r.started_at, h.started_at),
    ended_at = CASE WHEN h.fate IN ('complete', 'fail') THEN $4::timestamptz END
  FROM held h WHERE r.id = h.run AND h.fate IN ('plan', 'settle', 'complete', 'fail')
  RETURNING r.id, r.function_id, r.pending_steps, r.event, r.traceparent, r.error, h.fate
), planned AS (
  INSERT INTO engine_job (kind, function_id, run_id, step_id, due_at)
  SELECT p.kind::engine_job_kind, r.function_id, r.id, p.step_id, p.due_at
  FROM json_to_recordset($3) AS p(run uuid, kind text, step_id text, due_at timestamptz)
  JOIN run r ON r.id = p.run AND r.fate = 'plan'
), joined AS (
  INSERT INTO engine_job (kind, function_id, run_id, due_at)
  SELECT 'discover', function_id, id, $4 FROM run WHERE fate = 'settle' AND pending_steps = 0
), again AS (
  UPDATE engine_job j SET due_at = h.due_at, attempt = h.attempt, last_error = h.last_error, deliveries = 0,
    lease_until = NULL, leased_by = NULL
  FROM held h WHERE j.id = h.job AND h.fate = 'again'
), done AS (
  DELETE FROM engine_job WHERE id IN (SELECT job FROM held WHERE fate IN ('plan', 'settle', 'complete'))
    OR run_id IN (SELECT id FROM run WHERE fate = 'fail')
), told AS (
  INSERT INTO outbox_event (event_id, name, subject, data, traceparent, occurred_at)
  SELECT 'failed:' || id, 'inngest/function.failed', id, jsonb_build_object('function_id', function_id, 'run_id', id,
    'event', event, 'events', jsonb_build_array(event), 'error', error,
    '_inngest', '{"status": "Failed"}'::jsonb), traceparent, $4
  FROM run WHERE fate = 'fail' AND event->>'name' NOT LIKE 'inngest/function.%'
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

function changeRow(
  { jobId, generation, runId, startedAt, fate }: Change,
  keep: (value: unknown) => number | null,
) {
  const row = { job: jobId, generation, run: runId, fate: fate.kind, started_at: startedAt, planned: 0 }
  switch (fate.kind) {
    case 'again':
      return { ...row, due_at: fate.dueAt, attempt: fate.attempt, last_error: fate.lastError }
    case 'plan':
      return { ...row, planned: fate.jobs.length }
    case 'settle':
      return { ...row, planned: -1 }
    case 'complete':
      return { ...row, output: keep(fate.output) }
    case 'fail':
      return { ...row, error: fate.error }
    case 'keep':
      return row
  }
}

function plannedRows({ runId, fate }: Change) {
  if (fate.kind !== 'plan') return []
  return fate.jobs.map(({ kind, stepId, dueAt }) => ({ run: runId, kind, step_id: stepId, due_at: dueAt }))
}
