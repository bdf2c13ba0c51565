import { statement } from '@/lib/platform/db'
import type { Job } from './job'

/**
 * Takes what is due, oldest first, in one round trip together with everything the calls need. SKIP LOCKED lets several
 * engines take side by side; raising `generation` is the fence: whoever held the job before can change nothing any more.
 * The update touches no indexed column, so that it stays a heap-only tuple.
 */
const CLAIM = `
WITH due AS (
  SELECT id FROM engine_job
  WHERE due_at <= $1 AND (lease_until IS NULL OR lease_until < $1) AND function_id = ANY($4)
  ORDER BY due_at, id LIMIT $3 FOR UPDATE SKIP LOCKED
), claimed AS (
  UPDATE engine_job j
  SET lease_until = $2, leased_by = $5, generation = generation + 1, deliveries = deliveries + 1
  FROM due WHERE j.id = due.id
  RETURNING j.*
)
SELECT c.id, c.generation, c.function_id AS "functionId", c.attempt, c.deliveries, c.due_at AS "dueAt", c.kind,
  c.cron, c.run_id AS "runId", c.step_id AS "stepId", r.event, r.traceparent, r.created_at AS "createdAt",
  r.started_at AS "startedAt",
  CASE WHEN c.kind = 'wait' THEN (SELECT op FROM engine_step s WHERE s.run_id = c.run_id AND s.step_id = c.step_id) END AS "stepOp",
  EXISTS (SELECT FROM engine_job o WHERE o.run_id = c.run_id AND o.id <> c.id) AS "planOnly", (
    SELECT json_object_agg(s.step_id, coalesce(s.value, 'null'::json) ORDER BY s.ord)
    FROM engine_step s WHERE s.run_id = c.run_id AND NOT s.pending
  ) AS steps
FROM claimed c LEFT JOIN engine_run r ON r.id = c.run_id
ORDER BY c.due_at, c.id`

export type Claim = { now: Date; leaseUntil: Date; limit: number; functionIds: string[]; engineId: string }

/** The jobs this engine now holds, at most `limit`. */
export function claimJobs({ now, leaseUntil, limit, functionIds, engineId }: Claim): Promise<Job[]> {
  return statement<Job>('engine-claim-jobs', CLAIM, [now, leaseUntil, limit, functionIds, engineId])
}

const NEXT_DUE = `
SELECT least(
  (SELECT due_at FROM engine_job WHERE due_at > $1 AND function_id = ANY($2) ORDER BY due_at LIMIT 1),
  (SELECT min(lease_until) FROM engine_job WHERE due_at <= $1 AND function_id = ANY($2))
) AS "nextAt"`

/** When something becomes due that is not due yet: a sleep, a retry, a firing, or another engine's lease that ends. */
export async function nextDueAt(now: Date, functionIds: string[]): Promise<Date | null> {
  const [row] = await statement<{ nextAt: Date | null }>('engine-next-due', NEXT_DUE, [now, functionIds])
  return row?.nextAt ?? null
}
