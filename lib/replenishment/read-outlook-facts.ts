import { statement } from '@/lib/platform/db'
import { demandAhead } from './rules/demand-ahead'
import type { ReorderAsk } from './rules/reorder-quantity'
import type { Arrival, Batch } from './rules/stock-ahead'

/** All that the rule is asked with, but the terms. */
export type OutlookFacts = Pick<ReorderAsk, 'demand' | 'stock' | 'onTheWay'> & { sku: string }

type Row = {
  sku: string
  mean: number[]
  sumSd: number[]
  daysLate: number
  stock: Batch[]
  onTheWay: Arrival[]
}

/**
 * Demand ahead, stock by expiry and what is on the way of each SKU of a site that has a forecast.
 * @param today the site's own day, YYYY-MM-DD
 * @param sku one only; null is every one
 */
export async function readOutlookFacts(
  site: string,
  today: string,
  sku: string | null,
): Promise<OutlookFacts[]> {
  const rows = await statement<Row>(
    'read-outlook-facts',
    `WITH stock AS (
       SELECT sku, jsonb_agg(jsonb_build_object('units', units, 'expiresInDays', expires_on - $2::date)) AS batches FROM (
         SELECT sku, expires_on, sum(on_hand - held)::int AS units FROM stock_line
          WHERE site_id = $1 AND on_hand > held AND ($3::text IS NULL OR sku = $3) GROUP BY sku, expires_on) batch GROUP BY sku
     ), way AS (
       SELECT sku, jsonb_agg(jsonb_build_object('units', quantity - received_units, 'inDays', greatest(0, expected_on - $2::date))) AS arrivals
         FROM reorder WHERE site_id = $1 AND state = 'sent' AND received_units < quantity AND ($3::text IS NULL OR sku = $3) GROUP BY sku
     )
     SELECT forecast.sku, forecast.mean, forecast.sum_sd AS "sumSd", $2::date - forecast.made_on - 1 AS "daysLate",
            coalesce(stock.batches, '[]') AS stock, coalesce(way.arrivals, '[]') AS "onTheWay"
       FROM forecast LEFT JOIN stock USING (sku) LEFT JOIN way USING (sku)
      WHERE forecast.site_id = $1 AND ($3::text IS NULL OR forecast.sku = $3) ORDER BY forecast.sku`,
    [site, today, sku],
  )
  return rows.map(({ sku, mean, sumSd, daysLate, stock, onTheWay }) => ({
    ...{ sku, stock, onTheWay },
    demand: demandAhead({ mean, sumSd }, daysLate),
  }))
}

/** The site's own day, YYYY-MM-DD; null: no such site. */
export async function readToday(site: string, now: Date): Promise<string | null> {
  const [row] = await statement<{ day: string }>(
    'replenishment-today',
    `SELECT to_char(($2::timestamptz AT TIME ZONE time_zone)::date, 'YYYY-MM-DD') AS day FROM site WHERE id = $1`,
    [site, now],
  )
  return row?.day ?? null
}
