import { z } from 'zod'
import { pool, statement } from '@/lib/platform/db'
import {
  type CountState,
  type StockCount,
  type StockCountPage,
  stockCountPageSchema,
  stockCountSchema,
} from './schema'

export type CountFilter = {
  siteIds: string[] | 'all'
  state?: CountState | undefined
  id?: string
  limit: number
  cursor?: string | undefined
}

const utc = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const COUNTS = `
  SELECT count.id, count.site_id AS site, bin.code AS bin, count.sku, product.name, count.reason, count.state,
         ${utc('count.opened_at')} AS "openedAt", count.opened_by AS "openedBy",
         ${utc('count.finished_at')} AS "finishedAt", count.finished_by AS "finishedBy",
         ${utc('count.decided_at')} AS "decidedAt", count.decided_by AS "decidedBy", count.decision, count.version,
         CASE WHEN finished_at IS NULL THEN (SELECT count(DISTINCT (bin_id, sku, lot)) FROM stock_count_line WHERE count_id = count.id)
              ELSE result.lines END::int AS lines,
         CASE WHEN finished_at IS NOT NULL THEN result.units END::int AS "differenceUnits"
    FROM stock_count count LEFT JOIN bin ON bin.id = count.bin_id LEFT JOIN product ON product.sku = count.sku
    LEFT JOIN LATERAL (SELECT count(*) AS lines, coalesce(sum(abs(counted - expected)), 0) AS units
                         FROM stock_count_result WHERE count_id = count.id) result ON true`

/** Counts, newest first: their ids tell the order they were opened in. Of one that is open, nothing of the book. */
export async function readCounts(
  filter: CountFilter,
): Promise<{ items: StockCount[]; nextCursor: string | null }> {
  const { siteIds, state, id, cursor, limit } = filter
  const { rows } = await pool.query(
    `${COUNTS}
      WHERE ($1::text[] IS NULL OR count.site_id = ANY ($1)) AND ($2::count_state IS NULL OR count.state = $2)
        AND ($3::uuid IS NULL OR count.id = $3) AND ($4::uuid IS NULL OR count.id < $4)
      ORDER BY count.id DESC LIMIT $5`,
    [siteIds === 'all' ? null : siteIds, state, id, z.uuid().safeParse(cursor).data, limit + 1],
  )
  const items = rows.slice(0, limit).map((row) => stockCountSchema.parse(row))
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

/** One count with its lines, in the order of the walk; null when there is none. */
export async function findCount(id: string): Promise<StockCountPage | null> {
  const [count] = (await readCounts({ siteIds: 'all', id, limit: 1 })).items
  if (!count) return null
  const items = await statement(
    count.finishedAt === null ? 'find-count-lines' : 'find-count-results',
    count.finishedAt === null ? LINES : RESULTS,
    [id],
  )
  return stockCountPageSchema.parse({ ...count, items })
}

const LINES = `
  SELECT bin.code AS bin, line.sku, product.name, line.lot, line.quantity AS counted, ${utc('line.at')} AS at, line.by,
         NULL AS expected, NULL AS difference, 'counted' AS state
    FROM (SELECT DISTINCT ON (bin_id, sku, coalesce(lot, '')) * FROM stock_count_line WHERE count_id = $1
           ORDER BY bin_id, sku, coalesce(lot, ''), at DESC, number DESC) line
    JOIN bin ON bin.id = line.bin_id JOIN product ON product.sku = line.sku ORDER BY bin.code, line.sku, line.lot`

const RESULTS = `
  SELECT bin.code AS bin, result.sku, product.name, nullif(result.lot, '') AS lot, result.counted, ${utc('result.at')} AS at,
         result.by, result.expected, result.counted - result.expected AS difference, result.state
    FROM stock_count_result result JOIN bin ON bin.id = result.bin_id JOIN product ON product.sku = result.sku
   WHERE result.count_id = $1 ORDER BY bin.code, result.sku, result.lot`
