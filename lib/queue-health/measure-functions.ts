import { statement } from '@/lib/platform/db'
import type { QueueFacts } from './rules/queue-facts'

/** The name under which the client registers its functions. */
const APP = 'stowline-'

/**
 * Counts every function of the night shift, from the engine's own rows and from the pulses that a function leaves on
 * any engine. A sleeping run is not waiting. A lease of a process that has been silent for 8 s is held by a dead one.
 */
const MEASURE = `
WITH job AS (
  SELECT j.function_id, due_at, attempt, kind, coalesce(lease_until > now(), false) AS leased,
    coalesce(lease_until > now(), false) AND NOT EXISTS (SELECT FROM heartbeat h
      WHERE h.name = 'engine:' || j.leased_by AND h.beat_at > now() - interval '8 seconds') AS orphaned
  FROM engine_job j
), queued AS (
  SELECT function_id,
    count(*) FILTER (WHERE NOT leased AND (due_at <= now() OR attempt > 0))::int AS waiting,
    count(*) FILTER (WHERE leased)::int AS running,
    count(*) FILTER (WHERE NOT leased AND attempt > 0)::int AS retrying,
    count(*) FILTER (WHERE orphaned)::int AS held_by_dead,
    count(*) FILTER (WHERE NOT leased AND due_at < now() - interval '1 minute')::int AS overdue,
    min(due_at) FILTER (WHERE NOT leased AND due_at <= now()) AS oldest_since
  FROM job GROUP BY function_id
), ended AS (
  SELECT function_id, count(*)::int AS done,
    (percentile_disc(0.95) WITHIN GROUP (ORDER BY extract(epoch FROM started_at - created_at)) * 1000)::int AS p95
  FROM engine_run WHERE ended_at > now() - interval '1 minute' AND status = 'completed' GROUP BY function_id
), dead AS (
  SELECT queue, count(*)::int AS dead FROM dead_letter WHERE state = 'dead' AND kind = 'event' GROUP BY queue
)
SELECT p.function_id AS id, p.step, p.every_seconds, now() AS now, coalesce(waiting, 0) AS waiting, coalesce(running, 0) AS running,
  coalesce(retrying, 0) AS retrying, coalesce(held_by_dead, 0) AS held_by_dead, coalesce(overdue, 0) AS overdue,
  oldest_since, coalesce(d.dead, 0) AS dead, coalesce(e.done, 0) AS done, e.p95, p.succeeded_at, p.introduced_at,
  CASE WHEN p.failed_at > coalesce(p.succeeded_at, '-infinity') THEN p.last_error END AS error, p.failed_at
FROM function_pulse p LEFT JOIN queued q ON q.function_id = $1 || p.function_id
LEFT JOIN ended e ON e.function_id = $1 || p.function_id LEFT JOIN dead d ON d.queue = p.function_id
ORDER BY p.function_id`

type Row = {
  id: string
  step: string | null
  every_seconds: number | null
  now: Date
  waiting: number
  running: number
  retrying: number
  held_by_dead: number
  overdue: number
  oldest_since: Date | null
  dead: number
  done: number
  p95: number | null
  succeeded_at: Date | null
  introduced_at: Date
  error: string | null
  failed_at: Date | null
}

/** What is counted of a function, and the deferred step it carries out. */
export type FunctionFacts = QueueFacts & { step: string | null }

/** A function's facts belong to no site: `site` is empty. */
export async function measureFunctions(): Promise<FunctionFacts[]> {
  const rows = await statement<Row>('measure-functions', MEASURE, [APP])
  return rows.map((row) => ({
    name: row.id,
    kind: 'function',
    site: '',
    step: row.step,
    now: row.now,
    waiting: row.waiting,
    running: row.running,
    retrying: row.retrying,
    dead: row.dead,
    overdue: row.overdue,
    oldestSince: row.oldest_since,
    failing: row.error === null ? 0 : 1,
    lost: 0,
    lastSuccessAt: row.succeeded_at,
    doneLastMinute: row.done,
    usualPerMinute: 0,
    p95WaitMs: row.p95,
    workMs: null,
    runningSeconds: 0,
    heldByDead: row.held_by_dead,
    failures:
      row.error === null
        ? []
        : [{ error: row.error, orders: 0, lastAt: row.failed_at?.toISOString() ?? null }],
    everySeconds: row.every_seconds,
    introducedAt: row.introduced_at,
  }))
}
