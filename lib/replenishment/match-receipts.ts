import type { PoolClient } from 'pg'
import { inTransaction } from '@/lib/platform/in-transaction'
import { announce } from '@/lib/platform/realtime'
import { REORDERS, reorderChanged } from './events'
import { matchOldestFirst, type OpenOrder, type Receipt } from './rules/match-oldest-first'

/** Events that are looked at in one transaction. */
const SLICE = 5_000

/**
 * Matches what the ledger says was received with what was ordered, the oldest order first; what nobody ordered is left. How far it
 * came moves in the same transaction, so that each receipt counts once, however often and by whom this is run. Answers whether there may be more.
 */
export async function matchReceipts(now: Date): Promise<{ matched: number; more: boolean }> {
  const done = await inTransaction(async (client) => {
    const { receipts, more } = await nextReceipts(client)
    if (receipts.length === 0) return { matches: [], sites: new Set<string>(), more }
    const { rows: open } = await client.query<OpenOrder>(
      `SELECT id, site_id AS site, sku, quantity, received_units AS "receivedUnits", (extract(epoch FROM sent_at) * 1000)::float8 AS "sentAtMs"
         FROM reorder WHERE state = 'sent' AND (site_id, sku) IN (SELECT * FROM unnest($1::text[], $2::text[]))
        ORDER BY sent_at, id FOR UPDATE`,
      [receipts.map(({ site }) => site), receipts.map(({ sku }) => sku)],
    )
    const matches = matchOldestFirst(open, receipts)
    await client.query(
      `UPDATE reorder SET received_units = said.units, state = CASE WHEN said.units >= quantity THEN 'received' ELSE state END,
              received_at = CASE WHEN said.units >= quantity THEN $2::timestamptz ELSE received_at END
         FROM jsonb_to_recordset($1::jsonb) AS said(id uuid, units int) WHERE reorder.id = said.id`,
      [JSON.stringify(matches), now],
    )
    return { matches, sites: new Set(open.map(({ site }) => site)), more }
  })
  if (done.matches.length > 0)
    for (const site of done.sites)
      announce({ site, topic: 'floor', event: reorderChanged, id: REORDERS, version: now.getTime() })
  return { matched: done.matches.length, more: done.more }
}

/** The receipts behind the mark, of transactions that nothing can come before any more; the mark is set behind them. */
async function nextReceipts(client: PoolClient): Promise<{ receipts: Receipt[]; more: boolean }> {
  const { rows: marks } = await client.query<{ xid: string; row: string; isIdle: boolean }>(
    `INSERT INTO receipt_mark (id, xid, row) VALUES (1, 0, 0) ON CONFLICT (id) DO UPDATE SET id = 1
     RETURNING xid, row, NOT EXISTS (SELECT 1 FROM reorder WHERE state = 'sent') AS "isIdle"`,
  )
  if (marks[0]?.isIdle !== false) {
    // Nothing is awaited: what came so far is nobody's, and need never be read.
    await client.query(
      'UPDATE receipt_mark SET xid = pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1, row = 9223372036854775807',
    )
    return { receipts: [], more: false }
  }
  const [mark] = marks
  const { rows } = await client.query<Receipt & { xid: string; row: string }>(
    `SELECT event.xid, event.id AS row, event.site_id AS site, event.sku, (extract(epoch FROM event.recorded_at) * 1000)::float8 AS "atMs",
            CASE WHEN event.type LIKE 'stowline.inventory.received.%'
                 THEN coalesce((SELECT sum(quantity)::int FROM ledger_entry entry WHERE entry.event_row = event.id AND quantity > 0), 0) ELSE 0 END AS units
       FROM inventory_event event
      WHERE (event.xid, event.id) > ($1::bigint, $2::bigint) AND event.xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
      ORDER BY event.xid, event.id LIMIT $3`,
    [mark?.xid, mark?.row, SLICE],
  )
  const last = rows.at(-1)
  if (last)
    await client.query('UPDATE receipt_mark SET xid = $1, row = $2 WHERE id = 1', [last.xid, last.row])
  return { receipts: rows.filter(({ units }) => units > 0), more: rows.length === SLICE }
}
