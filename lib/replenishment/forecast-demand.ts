import { statement } from '@/lib/platform/db'
import { inTransaction } from '@/lib/platform/in-transaction'
import { forecastAside } from './forecast-aside'
import { learnLifts } from './rules/day-weights'
import { storeBusyness } from './rules/store-busyness'
import {
  type DayEffect,
  type DayKind,
  type DemandSeries,
  HORIZON_DAYS,
  liftedKindSchema,
  type SeriesForecast,
  type SiteQuestion,
} from './schema'

const PAST_DAYS = 371
/** A day with nothing there for longer tells less than what was wanted. */
const SHORT_MINUTES = 60
const ROWS_AT_ONCE = 1_000
const DAY_MS = 86_400_000

type Forecasting = { skus: number; elapsedMs: number }

/**
 * Makes the forecast of every SKU of a site of which anything was wanted in a year, from the days up to `madeOn`, and replaces
 * the one before; what nobody has wanted for so long has none. Made twice of the same days it is the same.
 * @param madeOn the last day that is known, in the site's time zone, YYYY-MM-DD
 */
export async function forecastDemand(site: string, madeOn: string, now: Date): Promise<Forecasting> {
  const startedMs = performance.now()
  const question = await readQuestion(site, madeOn)
  const forecasts = await forecastAside(question)
  await inTransaction(async (client) => {
    await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('forecast ' || $1, 0))`, [site])
    await client.query('DELETE FROM forecast WHERE site_id = $1', [site])
    await client.query('DELETE FROM day_effect WHERE site_id = $1', [site])
    await client.query(
      `INSERT INTO day_effect (site_id, kind, factor, days)
       SELECT $1, kind, factor, days FROM json_to_recordset($2) AS effect (kind text, factor float8, days int)`,
      [site, JSON.stringify(dayEffects(question))],
    )
    for (let at = 0; at < forecasts.length; at += ROWS_AT_ONCE) {
      const rows = forecasts.slice(at, at + ROWS_AT_ONCE).map((forecast, step) => {
        return rowOf(forecast, { site, madeOn, now, sku: question.series[at + step]?.sku ?? '' })
      })
      await client.query('INSERT INTO forecast SELECT * FROM json_populate_recordset(NULL::forecast, $1)', [
        JSON.stringify(rows),
      ])
    }
  })
  return { skus: forecasts.length, elapsedMs: Math.round(performance.now() - startedMs) }
}

/** What the site's holidays and promotions did to its demand so far. */
function dayEffects({ series, kinds, horizon }: SiteQuestion): DayEffect[] {
  const learnt = learnLifts(storeBusyness(series, kinds.length - horizon), kinds)
  return liftedKindSchema.options.map((kind) => ({ kind, ...learnt[kind] }))
}

type Row = { sku: string; days: number[]; units: number[]; minutes: number[] }

async function readQuestion(site: string, madeOn: string): Promise<SiteQuestion> {
  const firstMs = Date.parse(madeOn) - (PAST_DAYS - 1) * DAY_MS
  const first = new Date(firstMs).toISOString().slice(0, 10)
  const rows = await statement<Row>(
    'read-demand-series',
    `SELECT sku, array_agg(day - $2::date) AS days, array_agg(ordered + sold + refused) AS units,
            array_agg(out_of_stock_minutes) AS minutes
       FROM demand_day WHERE site_id = $1 AND day BETWEEN $2 AND $3 GROUP BY sku
     HAVING sum(ordered + sold + refused) > 0 ORDER BY sku`,
    [site, first, madeOn],
  )
  // A past that nobody wrote down is not a past of nothing.
  const begun = rows.reduce((least, { days }) => Math.min(least, ...days), PAST_DAYS - 1)
  const length = PAST_DAYS - begun
  const calendar = await statement<{ at: number; kind: DayKind }>(
    'read-calendar',
    'SELECT day - $2::date AS at, kind FROM calendar_day WHERE site_id = $1 AND day BETWEEN $2 AND $3::date + $4::int',
    [site, first, madeOn, HORIZON_DAYS],
  )
  const kinds = new Array<DayKind | null>(length + HORIZON_DAYS).fill(null)
  for (const { at, kind } of calendar) if (at >= begun) kinds[at - begun] = kind
  return { series: rows.map((row) => seriesOf(row, begun, length)), kinds, horizon: HORIZON_DAYS }
}

function seriesOf({ sku, days, units, minutes }: Row, begun: number, length: number): DemandSeries {
  const series = { sku, units: new Float64Array(length), isShort: new Uint8Array(length) }
  for (const [at, day] of days.entries()) {
    series.units[day - begun] = units[at] ?? 0
    if ((minutes[at] ?? 0) >= SHORT_MINUTES) series.isShort[day - begun] = 1
  }
  return series
}

type Made = { site: string; sku: string; madeOn: string; now: Date }
const rounded = (values: number[]) => values.map((value) => Math.round(value * 1e4) / 1e4)

const rowOf = (forecast: SeriesForecast, { site, sku, madeOn, now }: Made) => ({
  ...{ site_id: site, sku, made_on: madeOn, method: forecast.method, made_at: now },
  ...{ mean: rounded(forecast.mean), lower: rounded(forecast.lower), upper: rounded(forecast.upper) },
  ...{ sum_sd: rounded(forecast.sumSd), rmsse: forecast.rmsse, naive_rmsse: forecast.naiveRmsse },
})
