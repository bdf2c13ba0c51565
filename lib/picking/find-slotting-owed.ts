import { statement } from '@/lib/platform/db'

/** By this hour of the site's day its late orders are in, and nobody is picking yet. */
const EARLIEST_HOUR = 2

/** Sites whose advice for yesterday is not computed yet, each with that day in its own time zone. */
export async function findSlottingOwed(now: Date): Promise<{ site: string; day: string }[]> {
  return statement<{ site: string; day: string }>(
    'find-slotting-owed',
    `SELECT local.id AS site, to_char(local.day, 'YYYY-MM-DD') AS day FROM (
       SELECT site.id, ($1::timestamptz AT TIME ZONE time_zone)::date - 1 AS day,
              extract(hour FROM $1::timestamptz AT TIME ZONE time_zone) AS hour
         FROM site JOIN floor_plan plan ON plan.site_id = site.id) local
      WHERE local.hour >= $2 AND NOT EXISTS (
        SELECT 1 FROM slotting_advice advice WHERE advice.site_id = local.id AND advice.day = local.day)
      ORDER BY local.id`,
    [now, EARLIEST_HOUR],
  )
}

/** Yesterday at a site, in its own time zone. */
export async function yesterdayAt(site: string, now: Date): Promise<string> {
  const [row] = await statement<{ day: string }>(
    'yesterday-at-site',
    `SELECT to_char(($2::timestamptz AT TIME ZONE time_zone)::date - 1, 'YYYY-MM-DD') AS day FROM site WHERE id = $1`,
    [site, now],
  )
  if (!row) throw new Error(`no site ${site}`)
  return row.day
}
