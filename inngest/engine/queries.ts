import { statement } from '@/lib/platform/db'
import {
  type RunList,
  type RunPage,
  type RunQuery,
  type RunSummary,
  runPageSchema,
  runSummarySchema,
} from './schema'

const iso = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const SUMMARY = `
  r.id, r.function_id AS "functionId", r.status::text, r.event->>'name' AS "eventName",
  coalesce((SELECT o.subject FROM outbox_event o WHERE o.event_id = r.event->>'id'), r.event->>'id') AS subject,
  ${iso('r.created_at')} AS "createdAt", ${iso('r.started_at')} AS "startedAt", ${iso('r.ended_at')} AS "endedAt",
  r.failed_attempts + (r.status = 'completed')::int AS attempts,
  coalesce(r.error, CASE WHEN r.status = 'active' THEN r.failures->-1->'error' END) AS error,
  ${iso('(SELECT min(j.due_at) FROM engine_job j WHERE j.run_id = r.id)')} AS "dueAt"`

const LIST = `
SELECT ${SUMMARY} FROM engine_run r
WHERE ($1::text IS NULL OR r.function_id = $1) AND ($2::engine_run_status IS NULL OR r.status = $2)
  AND ($3::timestamptz IS NULL OR (r.created_at, r.id) < ($3, $4::uuid))
  AND ($6::text[] IS NULL OR coalesce(r.event->'data'->>'site' = ANY($6), true))
ORDER BY r.created_at DESC, r.id DESC LIMIT $5`

/** Without a condition the planner cannot use the small index of runs that failed or were cancelled. */
const LIST_UNHAPPY = LIST.replace('ORDER BY', 'AND r.error IS NOT NULL\nORDER BY')

/**
 * Runs, the latest first. An unreadable cursor counts as none.
 * @param sites leaves out the runs whose event names another site in its data
 */
export async function listRuns(
  { functionId, status, cursor, limit }: RunQuery,
  sites: readonly string[] | null = null,
): Promise<RunList> {
  const after = readCursor(cursor)
  const unhappy = status === 'failed' || status === 'cancelled'
  const rows = await statement(
    unhappy ? 'engine-list-unhappy-runs' : 'engine-list-runs',
    unhappy ? LIST_UNHAPPY : LIST,
    [functionId ?? null, status ?? null, after?.createdAt ?? null, after?.id ?? null, limit + 1, sites],
  )
  const items = rows.slice(0, limit).map((row) => runSummarySchema.parse(row))
  const last = rows.length > limit ? items.at(-1) : undefined
  return { items, nextCursor: last ? writeCursor(last) : null }
}

const FIND = `
SELECT ${SUMMARY}, r.event, r.output, coalesce(r.failures, '[]') AS history, (
    SELECT coalesce(json_agg(json_build_object('id', s.step_id, 'name', s.name, 'op', s.op, 'settledAt', ${iso('s.settled_at')},
      'state', CASE WHEN s.pending THEN 'waiting' WHEN s.op = 'StepFailed' OR s.value::text LIKE '{"error":%' THEN 'failed'
        ELSE 'done' END) ORDER BY s.ord), '[]')
    FROM engine_step s WHERE s.run_id = r.id
  ) AS steps
FROM engine_run r WHERE r.id = $1`

/** One run with its steps and its failed attempts, or null when there is none of that id. */
export async function findRun(id: string): Promise<RunPage | null> {
  const [row] = await statement('engine-find-run', FIND, [id])
  return row ? runPageSchema.parse(row) : null
}

function writeCursor({ createdAt, id }: RunSummary): string {
  return Buffer.from(`${createdAt} ${id}`).toString('base64url')
}

function readCursor(cursor: string | undefined): { createdAt: string; id: string } | null {
  const text = Buffer.from(cursor ?? '', 'base64url').toString()
  const [, createdAt, id] = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) ([-0-9a-f]{36})$/.exec(text) ?? []
  return createdAt && id ? { createdAt, id } : null
}
