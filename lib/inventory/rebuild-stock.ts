import type { ClientBase } from 'pg'
import { pool } from '@/lib/platform/db'
import { compareStock, type Derived } from './compare-stock'
import { replayEvents } from './replay-events'

export type Rebuilt = {
  events: number
  entries: number
  lines: number
  /** Where ledger, stock by bin and holds do not say the same. */
  differences: string[]
  /** What the events themselves come to, told again from nothing. */
  derived: Derived
}

const MOST_SHOWN = 1_000

/** What the live tables say otherwise than the ledger's sums: stock by bin, holds, and events that changed nothing. */
const COMPARE = `
WITH rebuilt AS (
  SELECT site_id, sku, bin_id, lot, sum(quantity)::int AS units FROM ledger_book GROUP BY site_id, sku, bin_id, lot
)
SELECT format('%s %s in %s%s: the ledger says %s, the stock line %s on hand and %s short', coalesce(rebuilt.site_id, line.site_id),
         coalesce(rebuilt.sku, line.sku), bin.code, coalesce(' lot ' || nullif(coalesce(rebuilt.lot, line.lot), ''), ''),
         coalesce(rebuilt.units, 0), coalesce(line.on_hand, 0), coalesce(line.shortfall, 0)) AS difference
  FROM rebuilt
  FULL JOIN stock_line line ON line.bin_id = rebuilt.bin_id AND line.sku = rebuilt.sku AND line.lot = rebuilt.lot
  JOIN bin ON bin.id = coalesce(rebuilt.bin_id, line.bin_id)
 WHERE coalesce(line.on_hand, 0) <> greatest(coalesce(rebuilt.units, 0), 0)
    OR coalesce(line.shortfall, 0) <> greatest(-coalesce(rebuilt.units, 0), 0)
UNION ALL
SELECT format('%s %s in %s: %s held, its holds are %s', line.site_id, line.sku, bin.code, line.held, coalesce(hold.units, 0))
  FROM stock_line line JOIN bin ON bin.id = line.bin_id
  LEFT JOIN (SELECT stock_line_id, sum(quantity) AS units FROM stock_hold WHERE state = 'held' GROUP BY 1) hold ON hold.stock_line_id = line.id
 WHERE line.held <> coalesce(hold.units, 0)
UNION ALL
SELECT format('%s %s: the event %s#%s changed nothing in the ledger', event.site_id, event.sku, event.source, event.event_id)
  FROM inventory_event event WHERE NOT EXISTS (SELECT 1 FROM ledger_entry WHERE event_row = event.id)
LIMIT ${MOST_SHOWN}`

const ARCHIVED = (kind: string) =>
  `(SELECT coalesce(sum(rows), 0) FROM archived_month WHERE kind = '${kind}' AND dropped_at IS NULL)`

/**
 * Proves the live stock twice and says in words where it differs: the ledger's sums, which are exact for every bin, lot and
 * hold; and the events told again from nothing on a database beside, as far as `replayProof` says that they can.
 * One snapshot, right while stock moves. It reads only: no lock that a writer could meet, and no transaction number, for
 * which the feed would wait.
 * @param scratch a migrated database with nothing in it, to be thrown away afterwards
 */
export async function rebuildStock(scratch: ClientBase): Promise<Rebuilt> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const { rows } = await client.query<{ difference: string }>(COMPARE)
    const { rows: counts } = await client.query<Pick<Rebuilt, 'events' | 'entries' | 'lines'>>(
      `SELECT ((SELECT count(*) FROM inventory_event) + ${ARCHIVED('inventory_event')})::int AS events,
              ((SELECT count(*) FROM ledger_entry) + ${ARCHIVED('ledger_entry')})::int AS entries,
              (SELECT count(*) FROM stock_line)::int AS lines`,
    )
    const [{ events, entries, lines } = { events: 0, entries: 0, lines: 0 }] = counts
    const replay = await replayEvents(client, scratch)
    const derived = await compareStock(client, scratch, replay)
    return { events, entries, lines, differences: rows.map(({ difference }) => difference), derived }
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}
