import { statement } from '@/lib/platform/db'
import { cloudEventOf, type FeedRow } from './rules/cloud-event-of'
import { type EndpointHealth, FAILURES_TO_ASK_ALONE } from './rules/endpoint-health'
import { webhookIdOf } from './rules/webhook-id'

/** Longer than one batch can last: until then nobody else sends to the endpoint, and after it somebody else may. */
const BELIEVED_SECONDS = 60
const AT_ONCE = 100

export type Owed = {
  id: string
  webhookId: string
  type: string
  attempts: number
  dueAt: Date
  /** The CloudEvent; null when the event is kept no more. */
  text: string | null
  traceparent: string | null
}
export type Claimed = {
  url: string
  siteId: string | null
  /** All that sign now, the newest first. */
  secrets: string[]
  health: EndpointHealth
  owed: Owed[]
}

type Row = Omit<FeedRow, 'row_id'> & {
  id: string
  row_kind: number
  row: string
  body: unknown
  attempts: number
  due_at: Date
  delivery_type: string
  url: string
  endpoint_site: string | null
  secret: string
  previous_secret: string | null
  failures: number
  failing_since: Date | null
  last_success_at: Date | null
  last_error: string | null
  throttled_until: Date | null
}

const CLAIM = `
WITH mine AS (
  UPDATE webhook_endpoint SET sending_by = $2, sending_until = $3::timestamptz + interval '${BELIEVED_SECONDS} seconds'
   WHERE id = $1 AND state = 'active' AND (sending_by IS NULL OR sending_by = $2 OR sending_until <= $3)
     AND (throttled_until IS NULL OR throttled_until <= $3)
     AND EXISTS (SELECT FROM webhook_delivery d WHERE d.endpoint_id = $1 AND d.state = 'owed' AND d.due_at <= $3)
  RETURNING *
), due AS (
  SELECT * FROM webhook_delivery WHERE endpoint_id = (SELECT id FROM mine) AND state = 'owed' AND due_at <= $3
   ORDER BY due_at, id LIMIT (SELECT CASE WHEN failures < ${FAILURES_TO_ASK_ALONE} THEN ${AT_ONCE} ELSE 1 END FROM mine)
)
SELECT due.id, due.kind AS row_kind, due.row_id AS row, due.body, due.attempts, due.due_at, due.type AS delivery_type,
  mine.url, mine.site_id AS endpoint_site, mine.secret,
  CASE WHEN mine.previous_until > $3 THEN mine.previous_secret END AS previous_secret,
  mine.failures, mine.failing_since, mine.last_success_at, mine.last_error, mine.throttled_until,
  coalesce(o.xid, e.xid) AS xid, due.kind, due.type, coalesce(o.event_id, e.event_id) AS event_id,
  coalesce(e.source, '/stowline/' || split_part(o.name, '/', 1)) AS source, due.subject,
  coalesce(o.site_id, e.site_id) AS site_id, coalesce(o.data, e.data) AS data,
  coalesce(o.occurred_at, e.observed_at) AS happened_at, coalesce(o.occurred_at, e.recorded_at) AS recorded_at,
  coalesce(o.traceparent, e.traceparent) AS traceparent
FROM mine CROSS JOIN due
LEFT JOIN outbox_event o ON due.kind = 0 AND o.id = due.row_id
LEFT JOIN inventory_event e ON due.kind = 1 AND e.id = due.row_id
ORDER BY due.due_at, due.id`

/**
 * Takes the deliveries of an endpoint that are due, unless another run is at it, it asked for a pause, or nothing is due
 * (then null). One that keeps failing is given a single one, to see whether it takes it.
 * @param run who asks; the same run may go on
 */
export async function claimDeliveries(endpointId: string, run: string, now: Date): Promise<Claimed | null> {
  const rows = await statement<Row>('claim-deliveries', CLAIM, [endpointId, run, now])
  const [first] = rows
  if (!first) return null
  return {
    url: first.url,
    siteId: first.endpoint_site,
    secrets: [first.secret, ...(first.previous_secret === null ? [] : [first.previous_secret])],
    health: {
      failures: first.failures,
      failingSince: first.failing_since,
      lastSuccessAt: first.last_success_at,
      lastError: first.last_error,
      throttledUntil: first.throttled_until,
    },
    owed: rows.map((row) => ({
      id: row.id,
      webhookId: webhookIdOf({ id: row.id, kind: row.row_kind, rowId: row.row }),
      type: row.delivery_type,
      attempts: row.attempts,
      dueAt: row.due_at,
      text: textOf(row),
      traceparent: row.traceparent,
    })),
  }
}

function textOf(row: Row): string | null {
  if (row.body !== null) return JSON.stringify(row.body)
  return row.xid === null ? null : JSON.stringify(cloudEventOf({ ...row, row_id: row.row }))
}

/** Lets another run send to the endpoint. */
export async function leaveEndpoint(endpointId: string, run: string): Promise<void> {
  await statement(
    'leave-endpoint',
    'UPDATE webhook_endpoint SET sending_by = NULL, sending_until = NULL WHERE id = $1 AND sending_by = $2',
    [endpointId, run],
  )
}
