import type { ClientBase } from 'pg'
import { parseInventoryEvent } from './parse-inventory-event'
import type { SkuHistory } from './rules/replay-proof'
import { type StockFact, stockFact } from './rules/stock-fact'

const GROUP = 1_000
const BINS_PAGE = 10_000
const NO_BIN = -1

type StoredEvent = {
  id: string
  source: string
  event_id: string
  type: string
  site_id: string
  sku: string
  data: Record<string, unknown>
  recorded_at: Date
}

export type Replay = {
  /** By site and SKU, as `skuKey` writes them. */
  histories: Map<string, SkuHistory>
  /** Events that cannot be read or placed (any more), in words. */
  unread: string[]
}

export const skuKey = (site: string, sku: string): string => `${site}\n${sku}`

/**
 * Tells every stored event again, in the order in which they came, through the upcasters and by the function that records
 * events, to a database that is otherwise empty. Holds are not part of it: nobody's events tell of them.
 * @param live reads only: its transaction decides how far the replay goes
 * @param scratch a migrated database of its own, whose constraints to other tables are switched off here
 */
export async function replayEvents(live: ClientBase, scratch: ClientBase): Promise<Replay> {
  await scratch.query("SET session_replication_role = 'replica'")
  const binIds = await copyBins(live, scratch)
  const histories = new Map<string, SkuHistory>()
  const unread: string[] = []
  await bringForward(live, scratch)
  await live.query(`DECLARE event NO SCROLL CURSOR FOR ${ALL_EVENTS}`)
  for (;;) {
    const { rows } = await live.query<StoredEvent>(`FETCH ${GROUP} FROM event`)
    const facts: StockFact[] = []
    for (const row of rows) {
      const fact = factOf(row, facts.length, binIds)
      if ('reason' in fact) unread.push(`${row.source}#${row.event_id}: ${fact.reason}`)
      else {
        facts.push(fact)
        remember(histories, fact)
      }
    }
    await record(scratch, facts)
    if (rows.length === 0) return { histories, unread }
  }
}

const STORED = 'id, source, event_id, type, site_id, sku, data, recorded_at'
const ALL_EVENTS = `
SELECT ${STORED} FROM archive.inventory_event UNION ALL SELECT ${STORED} FROM inventory_event ORDER BY id`

/** What events did that were dropped with their months: from there the others go on. */
async function bringForward(live: ClientBase, scratch: ClientBase): Promise<void> {
  const { rows } = await live.query(
    'SELECT site_id, sku, bin_id, lot, expires_on, forgotten FROM brought_forward WHERE forgotten <> 0',
  )
  await scratch.query(
    `INSERT INTO stock_line (site_id, sku, bin_id, lot, expires_on, on_hand, shortfall)
     SELECT site_id, sku, bin_id, lot, expires_on, greatest(forgotten, 0), greatest(-forgotten, 0)
       FROM json_to_recordset($1) AS line(site_id text, sku text, bin_id int, lot text, expires_on date, forgotten int)`,
    [JSON.stringify(rows)],
  )
}

async function copyBins(live: ClientBase, scratch: ClientBase): Promise<Map<string, number>> {
  const ids = new Map<string, number>()
  for (let after = 0; ; ) {
    const { rows } = await live.query<{ bin: { id: number; site_id: string; code: string } }>(
      `SELECT to_json(bin) AS bin FROM bin WHERE id > $1 ORDER BY id LIMIT ${BINS_PAGE}`,
      [after],
    )
    const bins = rows.map(({ bin }) => bin)
    await scratch.query('INSERT INTO bin SELECT * FROM json_populate_recordset(NULL::bin, $1)', [
      JSON.stringify(bins),
    ])
    for (const { id, site_id, code } of bins) ids.set(skuKey(site_id, code), id)
    const last = bins.at(-1)
    if (!last) return ids
    after = last.id
  }
}

function factOf(row: StoredEvent, n: number, binIds: Map<string, number>): StockFact | { reason: string } {
  const { source, event_id: id, type, site_id: site, sku, data } = row
  const read = parseInventoryEvent({ specversion: '1.0', source, id, type, data }, row.recorded_at)
  if (!read.ok) return read
  const idOf = (code: string | undefined) => (code === undefined ? null : binIds.get(skuKey(site, code)))
  const [bin, toBin] = [read.event.bin, read.event.toBin].map(idOf)
  if (bin === undefined || toBin === undefined)
    return { reason: `one of its bins (${[read.event.bin, read.event.toBin].join(', ')}) is gone` }
  // Where a site has none of these, nothing ever needed one.
  const dock = idOf('DOCK') ?? NO_BIN
  const spare = idOf('UNPLACED') ?? NO_BIN
  return stockFact(n, read.event, { sku, bin, toBin, dock, spare })
}

function remember(histories: Map<string, SkuHistory>, fact: StockFact): void {
  const key = skuKey(fact.site_id, fact.sku)
  const known = histories.get(key) ?? {
    takesAnywhere: false,
    takesAnyLot: false,
    hasLots: false,
    hasCounts: false,
  }
  known.takesAnywhere ||= fact.take_bin === 0
  known.takesAnyLot ||= fact.take_bin !== null && fact.lot === ''
  known.hasLots ||= fact.lot !== ''
  known.hasCounts ||= fact.count_bin !== null
  histories.set(key, known)
}

async function record(scratch: ClientBase, facts: StockFact[]): Promise<void> {
  if (facts.length === 0) return
  const sites = [...new Set(facts.map(({ site_id }) => site_id))].sort()
  // Nothing is remembered of places here, and nobody holds anything: neither of the calls again that live needs.
  await scratch.query(RECORD, [sites, JSON.stringify(facts)])
}

const RECORD = `
SELECT record_events($1, ARRAY (SELECT fact::stock_fact FROM json_populate_recordset(NULL::stock_fact, $2) fact ORDER BY fact.n),
  '[]', (SELECT xid::text FROM places_version), false)`
