import { statement } from '@/lib/platform/db'
import type { Day } from './day-schema'
import { readDayHours } from './read-day-hours'

const MINUTE_MS = 60_000

/**
 * A day of a site's own calendar, minute by minute: 1,440 of them, 1,380 or 1,500 when the clocks change.
 * @param day and `ghost`, the day whose orders it is held against: `YYYY-MM-DD`
 * @throws Error when there is no such site
 */
export async function replayDay(siteId: string, day: string, ghost: string, now: Date): Promise<Day> {
  const [[hours], placed] = await Promise.all([
    statement<{ from: Date; to: Date }>('read-day-bounds', BOUNDS, [siteId, day]),
    statement<{ minute: number; count: number; minutes: number }>('read-day-ghost', GHOST, [siteId, ghost]),
  ])
  if (!hours) throw new Error(`there is no site ${siteId}`)
  const counts = new Array<number>(Math.round((hours.to.getTime() - hours.from.getTime()) / MINUTE_MS)).fill(
    0,
  )
  for (const { minute, count } of placed) if (minute < counts.length) counts[minute] = count
  return { ...(await readDayHours(siteId, hours, now)), day, ghost: { day: ghost, placed: counts } }
}

const BOUNDS = `
  SELECT $2::date::timestamp AT TIME ZONE time_zone AS "from", ($2::date + 1)::timestamp AT TIME ZONE time_zone AS "to"
    FROM site WHERE id = $1`

const GHOST = `
  WITH day AS (${BOUNDS})
  SELECT floor(date_part('epoch', placed_at - "from") / 60)::int AS minute, count(*)::int AS count
    FROM day JOIN orders ON site_id = $1 AND placed_at >= "from" AND placed_at < "to" GROUP BY 1`
