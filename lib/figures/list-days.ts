import { statement } from '@/lib/platform/db'
import type { DayLine } from './day-schema'

type Row = DayLine & { isKnown: boolean }

/** A site's last days by its own calendar, today first; days before the site was there are left out. */
export async function listDays(siteId: string, days: number, now: Date): Promise<DayLine[]> {
  const rows = await statement<Row>('list-days', DAYS, [siteId, now, days])
  return rows.filter(({ isKnown }) => isKnown).map(({ isKnown: _, ...line }) => line)
}

const DAYS = `
  SELECT to_char(day, 'YYYY-MM-DD') AS day,
         (SELECT count(*)::int FROM orders WHERE site_id = $1 AND placed_at >= "from" AND placed_at < "to") AS orders,
         (SELECT count(*)::int FROM alert WHERE site_id = $1 AND opened_at >= "from" AND opened_at < "to") AS alerts,
         "to" > site.created_at OR EXISTS (SELECT FROM orders WHERE site_id = $1 AND placed_at >= "from" AND placed_at < "to") AS "isKnown"
    FROM site, generate_series(0, $3::int - 1) AS ago
    CROSS JOIN LATERAL (SELECT ($2::timestamptz AT TIME ZONE time_zone)::date - ago AS day) days
    CROSS JOIN LATERAL (SELECT day::timestamp AT TIME ZONE time_zone AS "from", (day + 1)::timestamp AT TIME ZONE time_zone AS "to") bounds
   WHERE site.id = $1 ORDER BY ago`
