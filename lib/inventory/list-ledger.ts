import { pool } from '@/lib/platform/db'
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
  'at' | 'recordedAt' | 'eventAddress' | 'traceId' | 'lot' | 'counted' | 'reason' | 'orderNumber'
> & {
  at: Date
  recordedAt: Date
  lot: string
  counted: number | null
  reason: string | null
  orderNumber: string | null
  traceparent: string | null
}

/**
 * The entries of a SKU or a bin in the order they were written, newest first; the cursor is the last one's id. An
 * entry's balance is the sum of its bin, SKU and lot up to it, added up once for each of them on the page.
 */
export async function listLedger(
  filter: LedgerFilter,
): Promise<{ items: LedgerItem[]; nextCursor: string | null }> {
  const values: unknown[] = []
  const bind = (value: unknown) => `$${values.push(value)}`
  const { siteIds, sku, bin, from, to, limit } = filter
  const wanted: string[] = []
  if (siteIds !== 'all') wanted.push(`site_id = ANY (${bind(siteIds)})`)
  if (sku) wanted.push(`sku = ${bind(sku)}`)
  if (bin) wanted.push(`bin_id IN (SELECT id FROM bin WHERE code = ${bind(bin)})`)
  if (from) wanted.push(`observed_at >= ${bind(from)}`)
  if (to) wanted.push(`observed_at < ${bind(to)}`)
  if (filter.cursor && /^\d{1,18}$/.test(filter.cursor)) wanted.push(`id < ${bind(filter.cursor)}`)
  const { rows } = await pool.query<Row>(
    `WITH page AS (
       SELECT * FROM ledger_entry WHERE ${wanted.join(' AND ') || 'true'} ORDER BY id DESC LIMIT ${bind(limit + 1)}
     ), balance AS (
       SELECT entry.id, sum(entry.quantity) OVER (PARTITION BY entry.bin_id, entry.sku, entry.lot ORDER BY entry.id)::int AS units
         FROM (SELECT DISTINCT bin_id, sku, lot FROM page) place JOIN ledger_entry entry USING (bin_id, sku, lot)
     )
     SELECT page.id::text AS id, event.event_id AS "eventId", event.source, event.type, page.observed_at AS at,
            event.recorded_at AS "recordedAt", page.site_id AS site, page.sku, bin.code AS bin, page.lot, page.quantity,
            page.counted, balance.units AS "balanceAfter", event.data->>'reason' AS reason,
            event.data->>'orderNumber' AS "orderNumber", event.traceparent
       FROM page JOIN inventory_event event ON event.id = page.event_row JOIN bin ON bin.id = page.bin_id
       JOIN balance ON balance.id = page.id ORDER BY page.id DESC`,
    values,
  )
  const items = rows.slice(0, limit).map(itemOf)
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

function itemOf({ traceparent, lot, counted, reason, orderNumber, ...row }: Row): LedgerItem {
  return {
    ...row,
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
