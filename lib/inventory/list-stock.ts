import { z } from 'zod'
import { findProducts } from '@/lib/catalog/find-products'
import type { TemperatureZone } from '@/lib/catalog/schema'
import { pool } from '@/lib/platform/db'
import { isStorable } from '@/lib/platform/rules/storable-json'
import { foldStockLevels } from './fold-stock-levels'
import type { StockLevel, StockList, StockSort, StockState } from './schema'

export type StockFilter = {
  query?: string | undefined
  state?: StockState
  temperatureZone?: TemperatureZone | undefined
  /** Only these, apart by commas. */
  skus?: string | undefined
  sort?: StockSort
  direction?: 'asc' | 'desc'
  limit: number
  cursor?: string | undefined
}

const COLUMNS: Record<StockSort, string> = {
  sku: 'level.sku',
  name: 'product.name',
  available: 'level.available',
  onHand: 'level.on_hand',
  shortfall: 'level.shortfall',
}
const STATES: Record<Exclude<StockState, 'all'>, string> = {
  out: 'level.available <= 0',
  low: 'level.available > 0 AND level.available <= level.low_at',
  short: 'level.shortfall > 0',
}
/** Of those whose name is like a mistyped one. */
const MOST_SIMILAR = 50
const WORDS = z.tuple([z.string(), z.string()])
const QUANTITY = z.tuple([z.int32(), z.string()])
const CURSORS: Record<StockSort, typeof WORDS | typeof QUANTITY> = {
  ...{ sku: WORDS, name: WORDS, available: QUANTITY, onHand: QUANTITY, shortfall: QUANTITY },
}

/**
 * The SKUs that a site has or had in a bin. The cursor is the last item's place in the order, so a page stays where it
 * is while stock moves before it. Unnamed statements, because each combination wants a plan of its own.
 */
export async function listStock(siteId: string, filter: StockFilter): Promise<StockList> {
  await foldStockLevels()
  const { query, ...rest } = filter
  const list = await listFitting(siteId, filter)
  if (!query || list.counts.all > 0) return list
  // Nothing has these letters: perhaps they are mistyped.
  const skus = await findProducts(query, MOST_SIMILAR)
  return skus.length === 0 ? list : listFitting(siteId, { ...rest, skus: skus.join(',') })
}

async function listFitting(siteId: string, filter: StockFilter): Promise<StockList> {
  const { state = 'all', sort = 'sku', direction = 'asc', limit } = filter
  const values: unknown[] = [siteId]
  const bind = (value: unknown) => `$${values.push(value)}`
  const found = ['level.site_id = $1', ...wanted(filter, bind)]
  const counting = pool.query<StockList['counts']>(countsOf(found), [...values])

  const column = COLUMNS[sort]
  const after = readCursor(filter.cursor, sort)
  const shown = [...found, ...(state === 'all' ? [] : [STATES[state]])]
  if (after)
    shown.push(
      `(${column}, level.sku) ${direction === 'asc' ? '>' : '<'} (${bind(after[0])}, ${bind(after[1])})`,
    )
  // The page is cut before it is joined, so that a sort by quantity joins its own rows only and not all 100,000.
  const page = `SELECT level.* FROM stock_level level ${sort === 'name' ? 'JOIN product USING (sku)' : ''}
    WHERE ${shown.join(' AND ')} ORDER BY ${column} ${direction}, level.sku ${direction} LIMIT ${bind(limit + 1)}`
  const listing = pool.query<StockLevel>(
    `SELECT level.sku, product.name, product.department, product.category, product.temperature_zone AS "temperatureZone",
            on_hand AS "onHand", held, available, shortfall, bins, to_char(earliest_expiry, 'YYYY-MM-DD') AS "earliestExpiry",
            changed_at AS "lastChangeAt", version
       FROM (${page}) level JOIN product ON product.sku = level.sku
      ORDER BY ${column} ${direction}, level.sku ${direction}`,
    values,
  )
  const [{ rows }, { rows: counts }] = await Promise.all([listing, counting])
  const items = rows
    .slice(0, limit)
    .map((row) => ({ ...row, lastChangeAt: new Date(row.lastChangeAt).toISOString() }))
  const last = items.at(-1)
  return {
    items,
    nextCursor: rows.length > limit && last ? cursorOf(last[sort], last.sku) : null,
    counts: counts[0] ?? { all: 0, out: 0, low: 0, short: 0 },
  }
}

function wanted({ query, temperatureZone, skus }: StockFilter, bind: (value: unknown) => string): string[] {
  const conditions: string[] = []
  if (query) {
    const part = bind(`%${query.replace(/[\\%_]/g, '\\$&')}%`)
    // A GTIN is kept as 13 digits; its shorter and longer forms only differ by zeros in front.
    const gtin = /^\d{8,14}$/.test(query)
      ? ` OR gtin = ${bind(query.replace(/^0+/, '').padStart(13, '0'))}`
      : ''
    conditions.push(
      `level.sku IN (SELECT sku FROM product WHERE name ILIKE ${part} OR sku ILIKE ${part}${gtin})`,
    )
  }
  if (temperatureZone)
    conditions.push(
      `level.sku IN (SELECT sku FROM product WHERE temperature_zone = ${bind(temperatureZone)}::temperature_zone)`,
    )
  if (skus !== undefined) conditions.push(`level.sku = ANY (${bind(skus.split(','))})`)
  return conditions
}

const countsOf = (found: string[]): string => `
  SELECT count(*)::int AS all, count(*) FILTER (WHERE ${STATES.out})::int AS out,
         count(*) FILTER (WHERE ${STATES.low})::int AS low, count(*) FILTER (WHERE ${STATES.short})::int AS short
    FROM stock_level level WHERE ${found.join(' AND ')}`

const cursorOf = (value: string | number, sku: string): string =>
  Buffer.from(JSON.stringify([value, sku])).toString('base64url')

// One of another sort, or of none, begins at the top.
function readCursor(cursor: string | undefined, sort: StockSort): [string | number, string] | undefined {
  if (!cursor) return undefined
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return isStorable(place) ? CURSORS[sort].safeParse(place).data : undefined
  } catch {
    return undefined
  }
}
