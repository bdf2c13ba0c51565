import { pool, statement } from '@/lib/platform/db'
import { monthBounds } from '@/lib/platform/rules/month-bounds'
import { PUBLISHED_NAMES, PUBLISHED_TYPES } from './events'
import { cloudEventOf, type FeedRow } from './rules/cloud-event-of'
import type { FeedPosition } from './rules/feed-position'
import { wantsType } from './rules/wants-type'
import type { CloudEvent } from './schema'

export type FeedFilter = {
  siteIds: string[] | 'all'
  /** Types, or beginnings of them that end in `*`; none means all. */
  types?: readonly string[]
  /** By when it was recorded; `to` is not in it. */
  from?: Date
  to?: Date
}

/** Rows that are looked at for one page at most, so that a filter which fits nothing answers all the same. */
const MOST_LOOKED_AT = 100_000
const LEAST_AT_ONCE = 500

const PAGE = 'SELECT * FROM feed_events($1, $2, $3, $4, $5, $6)'

/**
 * The events after a position that fit, oldest first, and the position to go on from. Whoever goes on from there misses
 * nothing and gets nothing twice. Fewer than `limit` (0 too) are no proof of the end; `atEnd` is.
 */
export async function feedEvents(
  after: FeedPosition,
  limit: number,
  filter: FeedFilter,
): Promise<{ items: CloudEvent[]; next: FeedPosition; atEnd: boolean }> {
  const items: CloudEvent[] = []
  const atOnce = Math.max(limit, LEAST_AT_ONCE)
  let next = after
  for (let lookedAt = 0; lookedAt < MOST_LOOKED_AT; lookedAt += atOnce) {
    const { rows, end } = await readRows(next, atOnce)
    for (const row of rows) {
      next = { xid: BigInt(row.xid), kind: row.kind, rowId: BigInt(row.row_id) }
      if (fits(row, filter)) items.push(cloudEventOf(row))
      if (items.length === limit) return { items, next, atEnd: false }
    }
    const isAll = rows.length < atOnce
    if ((isAll && !end) || isBehind(rows, filter.to)) return { items, next, atEnd: true }
    if (isAll && end) next = end
    if (items.length > 0) break
  }
  return { items, next, atEnd: false }
}

const LAST_ROW = 9_223_372_036_854_775_807n

type Rows = {
  rows: FeedRow[]
  /** In the archive: from where it goes on behind them. */
  end?: FeedPosition
}

/**
 * The next rows after a position. Where archived ones come after it, those of their oldest month and what is left in the
 * ledger of its time; the next month's are asked along, for transactions at its turn are of both.
 */
async function readRows(after: FeedPosition, limit: number): Promise<Rows> {
  const values = [after.xid, after.kind, after.rowId, limit, PUBLISHED_NAMES, PUBLISHED_TYPES]
  const [old] = await statement<{ month: string; end: string }>('feed-archived-month', OLDEST_MONTH, [
    after.xid,
    after.rowId,
  ])
  if (!old) return { rows: await statement<FeedRow>('feed-events', PAGE, values) }
  const [from, next] = monthBounds(old.month)
  const [, until] = monthBounds(next.toISOString().slice(0, 10))
  // Not a prepared statement: with the bounds in its plan it opens no other month.
  const { rows } = await pool.query<FeedRow>(ARCHIVED_PAGE, [...values, old.end, from, until])
  return { rows, end: { xid: BigInt(old.end), kind: 1, rowId: LAST_ROW } }
}

const OLDEST_MONTH = `
SELECT to_char(month, 'YYYY-MM-DD') AS month, max(last_xid)::text AS end FROM archived_month
 WHERE kind = 'inventory_event' AND dropped_at IS NULL AND (last_xid > $1 OR last_xid = $1 AND $2 < ${LAST_ROW}) GROUP BY month ORDER BY month LIMIT 1`

const ARCHIVED_PAGE = `
SELECT * FROM (
  (SELECT * FROM feed_events($1, $2, $3, $4, $5, $6) WHERE xid <= $7)
  UNION ALL
  (SELECT e.xid, 1, e.id, e.type, e.event_id, e.source, e.sku, e.site_id, e.data, e.observed_at, e.recorded_at, e.traceparent
     FROM archive.inventory_event e
    WHERE (e.xid, e.id) > ($1, CASE $2 WHEN 1 THEN $3 ELSE -1 END) AND e.xid <= $7 AND e.recorded_at >= $8 AND e.recorded_at < $9
    ORDER BY e.xid, e.id LIMIT $4)
) said ORDER BY xid, kind, row_id LIMIT $4`

/** Rows are in the order of their transactions, which may have begun, and been dated, this much earlier than others. */
const LONGEST_TRANSACTION_MS = 3_600_000

const isBehind = (rows: FeedRow[], to: Date | undefined): boolean =>
  to !== undefined &&
  rows.length > 0 &&
  rows.every(({ recorded_at }) => recorded_at.getTime() > to.getTime() + LONGEST_TRANSACTION_MS)

function fits({ site_id, type, recorded_at }: FeedRow, { siteIds, types, from, to }: FeedFilter): boolean {
  if (siteIds !== 'all' && (site_id === null || !siteIds.includes(site_id))) return false
  if (types && types.length > 0 && !wantsType(types, type)) return false
  return (from === undefined || recorded_at >= from) && (to === undefined || recorded_at < to)
}

/** The position behind everything that the feed can tell by now. */
export async function findFeedEnd(): Promise<FeedPosition> {
  const [row] = await statement<{ xid: string }>(
    'feed-end',
    'SELECT (pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1)::text AS xid',
    [],
  )
  return { xid: BigInt(row?.xid ?? 0), kind: 1, rowId: LAST_ROW }
}

/** The position before the first event recorded at or after an instant. Later ones may still be of before it: filter them. */
export async function findFeedStart(from: Date): Promise<FeedPosition> {
  const [row] = await statement<{ xid: string }>(
    'feed-start',
    // What is not committed yet may have been recorded after that instant, too.
    `SELECT least((SELECT min(xid) FROM outbox_event WHERE occurred_at >= $1),
                  (SELECT min(xid) FROM inventory_event WHERE recorded_at >= $1),
                  (SELECT min(first_xid) FROM archived_month
                    WHERE kind = 'inventory_event' AND dropped_at IS NULL AND month > $1::timestamptz - interval '32 days'),
                  pg_snapshot_xmin(pg_current_snapshot())::text::bigint)::text AS xid`,
    [from],
  )
  return { xid: BigInt(row?.xid ?? 0), kind: 0, rowId: -1n }
}
