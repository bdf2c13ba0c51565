import { statementPlannedOnce } from '@/lib/platform/db'
import { COLUMNS, MEMBERS, tallied } from './keep-hours'
import type { Counts } from './rules/counts'

const HOUR_MS = 3_600_000

/** What of the day is not folded yet, which after a minute of a busy hall is a minute's rows and not its hour's. */
const SINCE_THE_FOLD = tallied(
  'SELECT greatest($2::timestamptz, (SELECT until FROM hours_folded)) AS since',
  `(SELECT since FROM asked) AS since, $3::timestamptz AS until`,
)
// In one statement: between two of them a fold could count the same again.
const TODAY = `WITH ${SINCE_THE_FOLD}, kept AS (
    SELECT site_id, hour, is_imported, ${COLUMNS.join(', ')} FROM site_hour WHERE site_id = ANY ($1) AND hour >= $2 AND hour < $3)
  SELECT extract(hour FROM hour AT TIME ZONE time_zone)::int AS "hourOfDay", ${MEMBERS}
    FROM (SELECT site_id, hour, ${COLUMNS.join(', ')} FROM kept
          UNION ALL SELECT site_id, hour, ${COLUMNS.join(', ')} FROM tallied
           WHERE NOT EXISTS (SELECT FROM kept WHERE kept.site_id = tallied.site_id AND kept.hour = tallied.hour AND is_imported)) today
    JOIN site ON site.id = site_id`

/**
 * A site's hours since its midnight `since`: what is folded of them, and what has happened after the fold, read from the rooms'
 * own rows. An hour can come twice; its counts add up. What is told late of the time before the fold comes with the next one.
 */
export function readToday(
  siteId: string,
  since: Date,
  now: Date,
): Promise<(Counts & { hourOfDay: number })[]> {
  const until = new Date(now.getTime() + HOUR_MS)
  return statementPlannedOnce('today-hours', TODAY, [[siteId], since, until, now])
}
