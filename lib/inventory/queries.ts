import { statement } from '@/lib/platform/db'
import { upcast } from './rules/upcast'
import type { Stock, StockEvent, StockHistory } from './schema'

type Sites = string[] | 'all'
const siteList = (siteIds: Sites): string[] | null => (siteIds === 'all' ? null : siteIds)

type ProductFacts = Pick<Stock, 'name' | 'gtin' | 'department' | 'category' | 'temperatureZone'>
type BinRow = {
  bin: string | null
  aisle: string
  level: number
  xMetres: number
  yMetres: number
  onHand: number
  held: number
  shortfall: number
  lot: string | null
  expiresOn: string | null
}

/** Where a SKU lies at these sites, in address order; null when the catalogue does not know it. One query. */
export async function findStock(sku: string, siteIds: Sites): Promise<Stock | null> {
  const rows = await statement<ProductFacts & BinRow>(
    'find-stock',
    `SELECT product.name, product.gtin, product.department, product.category, product.temperature_zone AS "temperatureZone",
            bin.code AS bin, aisle.code AS aisle, bin.level, bin.x_metres AS "xMetres", bin.y_metres AS "yMetres", stock.on_hand AS "onHand", stock.held, stock.shortfall, stock.lot,
            to_char(stock.expires_on, 'YYYY-MM-DD') AS "expiresOn"
       FROM product
       LEFT JOIN stock_line stock ON stock.sku = product.sku AND ($2::text[] IS NULL OR stock.site_id = ANY ($2))
       LEFT JOIN bin ON bin.id = stock.bin_id LEFT JOIN aisle ON aisle.id = bin.aisle_id
      WHERE product.sku = $1 ORDER BY bin.code, stock.expires_on, stock.lot`,
    [sku, siteList(siteIds)],
  )
  const [product] = rows
  if (!product) return null
  const { name, gtin, department, category, temperatureZone } = product
  const bins = rows.flatMap((row) => {
    const { bin, aisle, level, xMetres, yMetres, onHand, held, shortfall, lot, expiresOn } = row
    const place = { aisle, level, xMetres, yMetres }
    const which = { ...(lot ? { lot } : {}), ...(expiresOn ? { expiresOn } : {}) }
    return bin === null ? [] : [{ bin, ...place, onHand, held, shortfall, ...which }]
  })
  const sum = (part: 'onHand' | 'held' | 'shortfall') => bins.reduce((total, bin) => total + bin[part], 0)
  const [onHand, held, shortfall] = [sum('onHand'), sum('held'), sum('shortfall')]
  const facts = { sku, name, gtin, department, category, temperatureZone }
  return { ...facts, onHand, held, available: onHand - held, shortfall, bins }
}

/** The bins whose units are held for an order, by line and address. */
export async function listBinsOfOrder(
  orderNumber: string,
): Promise<{ lineNumber: number; sku: string; bin: string; quantity: number }[]> {
  return statement(
    'list-bins-of-order',
    `SELECT hold.line_number AS "lineNumber", stock.sku, bin.code AS bin, hold.quantity
       FROM stock_hold hold JOIN stock_line stock ON stock.id = hold.stock_line_id JOIN bin ON bin.id = stock.bin_id
      WHERE hold.order_number = $1 AND hold.state = 'held' ORDER BY hold.line_number, bin.code`,
    [orderNumber],
  )
}

/**
 * What the book had of a SKU at a site at the end of each of some spans, the last of which ends now. Counted back from
 * what is there: only the entries since the first point are read by their time.
 */
export async function findStockHistory(
  sku: string,
  siteId: string,
  span: { hours: number; points: number },
  now: Date,
): Promise<StockHistory> {
  const points = await statement<{ at: Date; onHand: number }>(
    'find-stock-history',
    `WITH point AS (
       SELECT n, $3::timestamptz - ($4::float8 * ($5::int - n) / $5::int) * interval '1 hour' AS at FROM generate_series(0, $5::int) n
     ), later AS (
       SELECT least($5::int, greatest(0, ceil($5::int - extract(epoch FROM $3::timestamptz - observed_at) / 3600 * $5::int / $4::float8)))::int AS n,
              sum(quantity) AS quantity
         FROM ledger_entry WHERE site_id = $2 AND sku = $1 AND observed_at > $3::timestamptz - $4::float8 * interval '1 hour'
        GROUP BY 1
     ), present AS (
       SELECT coalesce(sum(on_hand - shortfall), 0) AS quantity FROM stock_line WHERE site_id = $2 AND sku = $1
     )
     SELECT point.at, (present.quantity - coalesce(sum(later.quantity) OVER (ORDER BY point.n DESC
              ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0))::int AS "onHand"
       FROM point CROSS JOIN present LEFT JOIN later USING (n) ORDER BY point.n`,
    [sku, siteId, now, span.hours, span.points],
  )
  return { points: points.map(({ at, onHand }) => ({ at: at.toISOString(), onHand })) }
}

type EventRow = Omit<StockEvent, 'traceId' | 'upcast' | 'observedAt' | 'recordedAt' | 'entries'> & {
  observedAt: Date
  recordedAt: Date
  entries: StockEvent['entries']
}

/** An event as it was sent, in the newest version of its type, and what it changed, archived or not; null when there is none. */
export async function findStockEvent(source: string, id: string): Promise<StockEvent | null> {
  const row = (await readEvent(source, id)) ?? (await readArchivedEvent(source, id))
  if (!row) return null
  const newest = upcast(row.type, row.data)
  return {
    ...row,
    upcast: newest.type === row.type ? null : newest,
    observedAt: row.observedAt.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
    traceId: traceIdOf(row.traceparent),
  }
}

/** @param entries the table with what it changed, @param events the one with what was told */
const eventFrom = (entries: string, events: string): string => `
     SELECT event.event_id AS id, event.source, event.type, event.site_id AS site, event.sku, event.observed_at AS "observedAt",
            event.recorded_at AS "recordedAt", event.traceparent, event.data,
            (SELECT coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('bin', bin.code, 'lot', nullif(entry.lot, ''),
                      'quantity', entry.quantity, 'counted', entry.counted, 'at',
                      to_char(entry.observed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) ORDER BY entry.id), '[]')
               FROM ${entries} entry JOIN bin ON bin.id = entry.bin_id WHERE entry.event_row = event.id) AS entries
       FROM ${events} event WHERE event.source = $1 AND event.event_id = $2`

async function readEvent(source: string, id: string): Promise<EventRow | undefined> {
  const text = eventFrom('ledger_entry', 'inventory_event')
  return (await statement<EventRow>('find-stock-event', text, [source, id]))[0]
}

async function readArchivedEvent(source: string, id: string): Promise<EventRow | undefined> {
  const [place] = await statement<{ id: string; recordedAt: Date }>(
    'find-archived-event',
    'SELECT id, recorded_at AS "recordedAt" FROM archived_event WHERE identity = event_identity($1, $2)',
    [source, id],
  )
  if (!place) return undefined
  const text = eventFrom(
    '(SELECT * FROM archive.ledger_entry WHERE recorded_at = $4 AND event_row = $3)',
    '(SELECT * FROM archive.inventory_event WHERE recorded_at = $4 AND id = $3)',
  )
  const values = [source, id, place.id, place.recordedAt]
  return (await statement<EventRow>('read-archived-event', text, values))[0]
}

/** The trace of a W3C `traceparent`. */
export const traceIdOf = (traceparent: string | null): string | null => traceparent?.split('-')[1] ?? null
