import { statement } from '@/lib/platform/db'

/** By this hour of the site's day its forecast is made; without a newer one the last one has to do. */
const LATEST_HOUR = 4

/** Sites with forecasts that are newer than what was proposed from them, and those whose day has begun without proposals. */
export async function findReordersOwed(now: Date): Promise<string[]> {
  const rows = await statement<{ site: string }>(
    'find-reorders-owed',
    `SELECT site.id AS site FROM site
       CROSS JOIN LATERAL (SELECT ($1::timestamptz AT TIME ZONE time_zone) AS local) clock
       JOIN LATERAL (SELECT max(made_at) AS made_at FROM forecast WHERE site_id = site.id AND made_at <= $1) newest ON newest.made_at IS NOT NULL
       LEFT JOIN reorder_run run ON run.site_id = site.id AND run.day = local::date
      WHERE newest.made_at > run.forecast_at
         OR (run.day IS NULL AND (extract(hour FROM local) >= $2
             OR (newest.made_at AT TIME ZONE time_zone)::date = local::date)) ORDER BY site.id`,
    [now, LATEST_HOUR],
  )
  return rows.map(({ site }) => site)
}
