import { DEFERRED_STEPS } from '@/lib/orders/rules/deferred-steps'
import { statement } from '@/lib/platform/db'
import type { Failure, QueueFacts } from './rules/queue-facts'

/**
 * Counts every deferred step of every site in one statement. What is owed is in a partial index, so the cost is that of
 * the backlog and of the last minute, not of all orders.
 * `failing` looks at attempts that failed after the last success: with one success between them the dependency lives.
 * What failed stays counted while it is tried again, lest every attempt look like a recovery.
 * `lost` are steps that nobody has begun although they are overdue by half a minute and a step which was due half a
 * minute after them is done, or nothing at all is under way.
 */
const MEASURE = `
WITH queue AS (
  SELECT site.id AS site_id, kind, coalesce((site.step_due_seconds->>kind)::float8, usual) AS due_seconds
  FROM site CROSS JOIN unnest($1::text[], $2::int[]) AS k(kind, usual)
), done AS (
  SELECT q.site_id, q.kind, count(*)::int AS done,
    (percentile_disc(0.95) WITHIN GROUP (ORDER BY extract(epoch FROM finished_at - due_at) + q.due_seconds) * 1000)::int AS p95,
    (percentile_disc(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM finished_at - started_at)) FILTER (WHERE attempts = 1
      AND finished_at > now() - interval '15 seconds') * 1000)::int AS work,
    min(due_at) FILTER (WHERE attempts = 1 AND finished_at > now() - interval '15 seconds') AS in_turn
  FROM queue q JOIN order_step s ON s.site_id = q.site_id AND s.kind = q.kind AND s.finished_at > now() - interval '1 minute'
  GROUP BY q.site_id, q.kind, q.due_seconds
), last AS (
  SELECT q.site_id, q.kind, (SELECT finished_at FROM order_step s WHERE s.site_id = q.site_id AND s.kind = q.kind
    AND finished_at IS NOT NULL ORDER BY finished_at DESC LIMIT 1) AS success_at FROM queue q
), owed AS (
  SELECT q.site_id, q.kind,
    count(*) FILTER (WHERE state <> 'failed' AND NOT at_work)::int AS waiting,
    count(*) FILTER (WHERE at_work)::int AS running,
    count(*) FILTER (WHERE state <> 'failed' AND failed_at IS NOT NULL)::int AS retrying,
    count(*) FILTER (WHERE given_up)::int AS dead,
    count(*) FILTER (WHERE state <> 'failed' AND due_at < now())::int AS overdue,
    count(*) FILTER (WHERE failed_at > coalesce(l.success_at, '-infinity'))::int AS failing,
    CASE WHEN d.in_turn IS NOT NULL OR NOT bool_or(at_work) THEN count(*) FILTER (WHERE attempts = 0
      AND due_at < least(now(), d.in_turn) - interval '30 seconds') ELSE 0 END::int AS lost,
    min(due_at) FILTER (WHERE state <> 'failed') AS oldest_due,
    coalesce(extract(epoch FROM now() - min(claimed_until) FILTER (WHERE at_work)) + 25, 0)::int AS running_seconds
  FROM queue q JOIN last l USING (site_id, kind) LEFT JOIN done d USING (site_id, kind)
  JOIN LATERAL (SELECT s.*, s.state = 'running' AND claimed_until > now() AS at_work,
      CASE WHEN s.state = 'failed' THEN NOT EXISTS (SELECT FROM dead_letter letter
        WHERE letter.key = 'step:' || s.order_number || ':' || s.kind AND letter.state = 'discarded') END AS given_up
    FROM order_step s WHERE s.site_id = q.site_id AND s.kind = q.kind AND s.state <> 'done') s ON true
  GROUP BY q.site_id, q.kind, d.in_turn
)
SELECT q.site_id, q.kind, now() AS now, coalesce(waiting, 0) AS waiting, coalesce(running, 0) AS running,
  coalesce(retrying, 0) AS retrying, coalesce(dead, 0) AS dead, coalesce(overdue, 0) AS overdue,
  coalesce(failing, 0) AS failing, coalesce(lost, 0) AS lost, coalesce(running_seconds, 0) AS running_seconds,
  oldest_due - q.due_seconds * interval '1 second' AS oldest_since, l.success_at, coalesce(d.done, 0) AS done, d.p95, d.work,
  (SELECT coalesce(jsonb_agg(f), '[]') FROM (
    SELECT last_error AS error, count(*)::int AS orders,
      to_char(max(failed_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "lastAt" FROM order_step s
    WHERE s.site_id = q.site_id AND s.kind = q.kind AND s.state <> 'done' AND last_error IS NOT NULL GROUP BY 1
    ORDER BY count(*) FILTER (WHERE failed_at > coalesce(l.success_at, '-infinity')) DESC, 2 DESC LIMIT 5
  ) f) AS failures
FROM queue q JOIN last l USING (site_id, kind) LEFT JOIN done d USING (site_id, kind) LEFT JOIN owed o USING (site_id, kind)
ORDER BY q.site_id, q.kind`

type Row = {
  site_id: string
  kind: string
  now: Date
  waiting: number
  running: number
  retrying: number
  dead: number
  overdue: number
  failing: number
  lost: number
  running_seconds: number
  oldest_since: Date | null
  success_at: Date | null
  done: number
  p95: number | null
  work: number | null
  failures: Failure[]
}

/** How every deferred step of every site stands now. */
export async function measureSteps(): Promise<QueueFacts[]> {
  const rows = await statement<Row>('measure-steps', MEASURE, [
    DEFERRED_STEPS.map(({ kind }) => kind),
    DEFERRED_STEPS.map(({ dueSeconds }) => dueSeconds),
  ])
  return rows.map((row) => ({
    name: row.kind,
    kind: 'step',
    site: row.site_id,
    now: row.now,
    waiting: row.waiting,
    running: row.running,
    retrying: row.retrying,
    dead: row.dead,
    overdue: row.overdue,
    oldestSince: row.oldest_since,
    failing: row.failing,
    lost: row.lost,
    lastSuccessAt: row.success_at,
    doneLastMinute: row.done,
    usualPerMinute: 0,
    p95WaitMs: row.p95,
    workMs: row.work,
    runningSeconds: row.running_seconds,
    heldByDead: 0,
    failures: row.failures,
    everySeconds: null,
    introducedAt: null,
  }))
}
