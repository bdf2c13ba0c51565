import { pool, statement } from '@/lib/platform/db'
import { monthBounds } from '@/lib/platform/rules/month-bounds'
import { traceIdOf } from './queries'
import { eventAddress } from './rules/event-address'
import type { LedgerItem } from './schema'

export type LedgerFilter = {
  siteIds: string[] | 'all'
  sku?: string | undefined
  bin?: string | undefined
  /** By the moment seen on the floor: from included, to not. */
  from?: string | undefined
  to?: string | undefined
  limit: number
  cursor?: string | undefined
}

type Row = Omit<
  LedgerItem,
  | 'at'
  | 'recordedAt'
  | 'eventAddress'
  | 'traceId'
  | 'lot'
  | 'counted'
  | 'reason'
  | 'orderNumber'
  | 'balanceAfter'
> & {
  at: Date
  recordedAt: Date
  binId: number
  lot: string
  counted: number | null
  reason: string | null
  orderNumber: string | null
  traceparent: string | null
  /** Of the time that is archived. */
  isOld: boolean
}
/** What is read next: below this entry in the ledger, or in this month of the archive. */
type Position = { month: string | null; below: string }

const LAST_ROW = '9223372036854775807'

/**
 * The entries of a SKU or a bin in the order they were written, newest first; behind those of the ledger the archived ones,
 * month by month. An entry's balance is the sum of its bin, SKU and lot up to it, added up once for each of them on the page.
 */
export async function listLedger(
  filter: LedgerFilter,
): Promise<{ items: LedgerItem[]; nextCursor: string | null }> {
  const { limit } = filter
  const start = positionOf(filter.cursor)
  const found: { row: Row; month: string | null }[] = []
  const read = async (position: Position): Promise<void> => {
    const rows = await readPage(filter, position, limit + 1 - found.length)
    found.push(...rows.map((row) => ({ row, month: position.month })))
  }
  if (start.month === null) await read(start)
  const months = found.length > limit ? [] : await readArchivedMonths(filter, start.month)
  for (const month of months) {
    await read({ month, below: month === start.month ? start.below : LAST_ROW })
    if (found.length > limit) break
  }
  const page = found.slice(0, limit)
  const balances = await readBalances(page.map(({ row }) => row))
  const last = page.at(-1)
  return {
    items: page.map(({ row }) => itemOf(row, balances.get(row.id) ?? 0)),
    nextCursor: found.length > limit && last ? [last.month, last.row.id].filter(Boolean).join('~') : null,
  }
}

function positionOf(cursor = ''): Position {
  const [, month = null, below = LAST_ROW] = /^(?:(\d{4}-\d{2}-01)~)?(\d{1,18})$/.exec(cursor) ?? []
  return { month, below }
}

/** Months that may have more of it, the newest first: from this one on, or all. */
async function readArchivedMonths({ siteIds, from }: LedgerFilter, since: string | null): Promise<string[]> {
  const rows = await statement<{ month: string }>(
    'list-ledger-months',
    `SELECT DISTINCT to_char(month, 'YYYY-MM-DD') AS month FROM archived_month
      WHERE kind = 'ledger_entry' AND dropped_at IS NULL AND ($1::text[] IS NULL OR site_id = ANY ($1)) AND ($2::date IS NULL OR month <= $2)
        AND ($3::timestamptz IS NULL OR month + interval '1 month 1 day' > $3) ORDER BY 1 DESC`,
    [siteIds === 'all' ? null : siteIds, since, from ?? null],
  )
  return rows.map(({ month }) => month)
}

/** Statements are not prepared: with the month's bounds in the plan, partitions of others are not even opened. */
async function readPage(filter: LedgerFilter, { month, below }: Position, limit: number): Promise<Row[]> {
  const values: unknown[] = []
  const bind = (value: unknown) => `$${values.push(value)}`
  const { siteIds, sku, bin, from, to } = filter
  const wanted = [`id < ${bind(below)}`]
  if (siteIds !== 'all') wanted.push(`site_id = ANY (${bind(siteIds)})`)
  if (sku) wanted.push(`sku = ${bind(sku)}`)
  if (bin) wanted.push(`bin_id IN (SELECT id FROM bin WHERE code = ${bind(bin)})`)
  if (from) wanted.push(`observed_at >= ${bind(from)}`)
  if (to) wanted.push(`observed_at < ${bind(to)}`)
  const bounds = month === null ? null : monthBounds(month).map(bind)
  const inMonth = (column: string) =>
    bounds ? ` AND ${column} >= ${bounds[0]} AND ${column} < ${bounds[1]}` : ''
  const schema = bounds ? 'archive.' : ''
  const { rows } = await pool.query<Row>(
    `WITH page AS MATERIALIZED (
       SELECT * FROM ${schema}ledger_entry WHERE ${wanted.join(' AND ')}${inMonth('recorded_at')} ORDER BY id DESC LIMIT ${bind(limit)}
     )
     SELECT page.id::text AS id, event.event_id AS "eventId", event.source, event.type, page.observed_at AS at,
            event.recorded_at AS "recordedAt", page.site_id AS site, page.sku, page.bin_id AS "binId", bin.code AS bin, page.lot,
            page.quantity, page.counted, event.data->>'reason' AS reason, event.data->>'orderNumber' AS "orderNumber",
            event.traceparent, page.event_row <= coalesce(archive.event_row, 0) AS "isOld"
       FROM page JOIN ${schema}inventory_event event ON event.id = page.event_row${inMonth('event.recorded_at')}
       JOIN bin ON bin.id = page.bin_id LEFT JOIN ledger_archive archive ON archive.site_id = page.site_id
      ORDER BY page.id DESC`,
    values,
  )
  return rows
}

/** The archive is read only as far back as the page goes; what came before that is in what is brought forward. */
async function readBalances(rows: Row[]): Promise<Map<string, number>> {
  const old = rows.filter(({ isOld }) => isOld).map(({ recordedAt }) => recordedAt.getTime())
  const { rows: sums } = await pool.query<{ id: string; units: number }>(
    `WITH row AS (
       SELECT * FROM unnest($1::bigint[], $2::int[], $3::text[], $4::text[]) AS row(id, bin_id, sku, lot)
     ), place AS (
       SELECT DISTINCT bin_id, sku, lot FROM row
     ), entry AS (
       SELECT entry.id, bin_id, sku, lot, entry.quantity FROM place JOIN ledger_entry entry USING (bin_id, sku, lot)
       UNION ALL
       SELECT entry.id, bin_id, sku, lot, entry.quantity FROM place JOIN archive.ledger_entry entry USING (bin_id, sku, lot)
        WHERE entry.site_id = ANY ($5) AND entry.recorded_at >= $6
       UNION ALL
       SELECT 0, bin_id, sku, lot, units FROM place JOIN brought_forward USING (bin_id, sku, lot)
       UNION ALL
       SELECT 0, bin_id, sku, lot, -entry.quantity FROM place JOIN archive.ledger_entry entry USING (bin_id, sku, lot)
        WHERE entry.site_id = ANY ($5) AND entry.recorded_at >= $6
     ), balance AS (
       SELECT id, sum(quantity) OVER (PARTITION BY bin_id, sku, lot ORDER BY id)::int AS units FROM entry
     ) SELECT id::text AS id, units FROM balance WHERE id = ANY ($1)`,
    [
      ...[rows.map(({ id }) => id), rows.map(({ binId }) => binId), rows.map(({ sku }) => sku)],
      ...[rows.map(({ lot }) => lot), [...new Set(rows.map(({ site }) => site))]],
      old.length > 0 ? new Date(Math.min(...old)) : 'infinity',
    ],
  )
  return new Map(sums.map(({ id, units }) => [id, units]))
}

function itemOf(
  { traceparent, lot, counted, reason, orderNumber, binId: _, isOld: __, ...row }: Row,
  balanceAfter: number,
): LedgerItem {
  return {
    ...row,
    balanceAfter,
    at: row.at.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
    eventAddress: eventAddress(row.source, row.eventId),
    traceId: traceIdOf(traceparent),
    ...(lot ? { lot } : {}),
    ...(counted === null ? {} : { counted }),
    ...(reason ? { reason } : {}),
    ...(orderNumber ? { orderNumber } : {}),
  }
}
