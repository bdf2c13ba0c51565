import { statement } from '@/lib/platform/db'
import type { CalendarDay, CalendarPage, DayEffect, DemandDay, Forecast } from './schema'

const DAY = `site_id AS site, sku, to_char(day, 'YYYY-MM-DD') AS day, ordered, sold, refused, shorted,
  out_of_stock_minutes AS "outOfStockMinutes", revenue_minor::float8 AS "revenueMinor", is_imported AS "isImported"`
const FORECAST = `site_id AS site, sku, to_char(made_on, 'YYYY-MM-DD') AS "madeOn", method, mean, lower, upper,
  sum_sd AS "sumSd", rmsse, naive_rmsse AS "naiveRmsse", made_at AS "madeAt"`

type Found = Omit<Forecast, 'madeAt'> & { madeAt: Date }
const forecastOf = ({ madeAt, ...row }: Found): Forecast => ({ ...row, madeAt: madeAt.toISOString() })

/** What will be wanted of a SKU at a site, as it was last made; null while nobody has. */
export async function readForecast(siteId: string, sku: string): Promise<Forecast | null> {
  const [row] = await statement<Found>(
    'read-forecast',
    `SELECT ${FORECAST} FROM forecast WHERE site_id = $1 AND sku = $2`,
    [siteId, sku],
  )
  return row ? forecastOf(row) : null
}

/** Forecasts of a site by SKU, behind the cursor's. */
export async function listForecasts(
  siteId: string,
  { limit, cursor = '' }: { limit: number; cursor?: string | undefined },
): Promise<{ items: Forecast[]; nextCursor: string | null }> {
  const rows = await statement<Found>(
    'list-forecasts',
    `SELECT ${FORECAST} FROM forecast WHERE site_id = $1 AND sku > $2 ORDER BY sku LIMIT $3`,
    [siteId, cursor, limit + 1],
  )
  const items = rows.slice(0, limit).map(forecastOf)
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.sku ?? null) : null }
}

type Days = { site: string; from?: string | undefined; to?: string | undefined }

/** Days of a SKU that had something to say, oldest first, from a day (in it) to another (in it). */
export async function findDemand({ site, sku, from, to }: Days & { sku: string }): Promise<DemandDay[]> {
  return statement<DemandDay>(
    'find-demand',
    `SELECT ${DAY} FROM demand_day WHERE site_id = $1 AND sku = $2
        AND day >= coalesce($3::date, '-infinity') AND day <= coalesce($4::date, 'infinity') ORDER BY demand_day.day`,
    [site, sku, from ?? null, to ?? null],
  )
}

/** The next days of all SKUs of a site behind one, by day and SKU. */
export async function pageDemand(
  { site, from, to }: Days,
  after: { day: string; sku: string } | null,
  limit: number,
): Promise<DemandDay[]> {
  return statement<DemandDay>(
    'page-demand',
    `SELECT ${DAY} FROM demand_day WHERE site_id = $1 AND demand_day.day >= coalesce($2::date, '-infinity')
        AND demand_day.day <= coalesce($3::date, 'infinity') AND (demand_day.day, sku) > (coalesce($4::date, '-infinity'), $5)
      ORDER BY demand_day.day, sku LIMIT $6`,
    [site, from ?? null, to ?? null, after?.day ?? null, after?.sku ?? '', limit],
  )
}

/** Days of a site that are not like their weekday, oldest first. */
export async function findCalendar({ site, from, to }: Days): Promise<CalendarDay[]> {
  return statement<CalendarDay>(
    'find-calendar',
    `SELECT to_char(day, 'YYYY-MM-DD') AS day, kind, name FROM calendar_day WHERE site_id = $1
        AND day >= coalesce($2::date, '-infinity') AND day <= coalesce($3::date, 'infinity') ORDER BY calendar_day.day`,
    [site, from ?? null, to ?? null],
  )
}

/** The same with what such days do to demand, as the newest forecast has learnt it. */
export async function readCalendar(days: Days): Promise<CalendarPage> {
  const [items, effects] = await Promise.all([
    findCalendar(days),
    statement<DayEffect>(
      'read-day-effects',
      'SELECT kind, factor, days FROM day_effect WHERE site_id = $1 ORDER BY kind',
      [days.site],
    ),
  ])
  return { items, effects }
}

/** Sites whose night has begun and whose forecast does not know yesterday yet, and at once those that never had one. */
export async function findForecastsOwed(now: Date): Promise<{ site: string; day: string }[]> {
  return statement<{ site: string; day: string }>(
    'find-forecasts-owed',
    `SELECT local.id AS site, to_char(local.day, 'YYYY-MM-DD') AS day FROM (
       SELECT id, ($1::timestamptz AT TIME ZONE time_zone)::date - 1 AS day,
              extract(hour FROM $1::timestamptz AT TIME ZONE time_zone) AS hour,
              (SELECT max(made_on) FROM forecast WHERE forecast.site_id = site.id) AS made_on FROM site) local
      WHERE (local.made_on IS NULL OR local.hour >= $2 AND local.made_on < local.day)
        AND EXISTS (SELECT 1 FROM demand_day WHERE site_id = local.id AND demand_day.day <= local.day) ORDER BY local.id`,
    [now, EARLIEST_HOUR],
  )
}

/** By this hour of the site's day its late orders are in. */
const EARLIEST_HOUR = 1
