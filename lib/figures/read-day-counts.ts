import { statement } from '@/lib/platform/db'
import type { DaySeries } from './day-schema'

type Row = { series: DaySeries | 'touring'; minute: number; count: number }

const minute = (at: string) => `floor(date_part('epoch', ${at} - $2::timestamptz) / 60)::int`
const within = (at: string) => `${at} >= $2 AND ${at} < $3`

/** Each series of its own room's rows, by the index that finds its time. */
const COUNTS = `
  SELECT 'placed' AS series, ${minute('placed_at')} AS minute, count(*)::int AS count FROM orders
   WHERE site_id = $1 AND ${within('placed_at')} GROUP BY 2
  UNION ALL SELECT 'units', ${minute('placed_at')}, sum(unit_count)::int FROM orders
   WHERE site_id = $1 AND ${within('placed_at')} GROUP BY 2
  UNION ALL SELECT status::text, ${minute('created_at')}, count(*)::int FROM orders
   WHERE site_id = $1 AND ${within('created_at')} AND status IN ('refused', 'declined') GROUP BY 1, 2
  UNION ALL SELECT 'cancelled', ${minute('closed_at')}, count(*)::int FROM orders
   WHERE site_id = $1 AND ${within('closed_at')} AND status = 'cancelled' GROUP BY 2
  UNION ALL SELECT 'packed', ${minute('packed_at')}, count(*)::int FROM shipment JOIN orders ON number = order_number
   WHERE site_id = $1 AND ${within('packed_at')} GROUP BY 2
  UNION ALL SELECT 'handedOver', ${minute('handed_over_at')}, count(*)::int FROM shipment JOIN orders ON number = order_number
   WHERE site_id = $1 AND packed_at >= $2::timestamptz - interval '3 days' AND ${within('handed_over_at')} GROUP BY 2
  UNION ALL SELECT CASE stop.state WHEN 'short' THEN 'shorts' ELSE 'lines' END, ${minute('done_at')}, count(*)::int
    FROM tour_stop stop JOIN tour ON tour.id = tour_id
   WHERE site_id = $1 AND ${within('done_at')} AND stop.state IN ('picked', 'short') GROUP BY 1, 2
  UNION ALL SELECT belt.series, belt.minute, belt.count FROM (
    SELECT ${minute('decided_at')} AS minute, count(*)::int AS scans, count(*) FILTER (WHERE because = 'no-read')::int AS no_reads,
           count(*) FILTER (WHERE because IN ('lane-full', 'lane-closed'))::int AS turned_away
      FROM divert_decision WHERE site_id = $1 AND ${within('decided_at')} GROUP BY 1) minutes
    CROSS JOIN LATERAL (VALUES ('scans', minute, scans), ('noReads', minute, no_reads), ('turnedAway', minute, turned_away))
      AS belt (series, minute, count)
  UNION ALL SELECT 'touring', greatest(0, ${minute('change.at')}), sum(change.by)::int FROM tour
    CROSS JOIN LATERAL (VALUES (started_at, 1), (ended_at, -1)) AS change (at, by)
   WHERE site_id = $1 AND started_at >= $2::timestamptz - interval '1 day' AND started_at < $3 AND change.at < $3
     AND (ended_at IS NULL OR ended_at >= $2) GROUP BY 2`

/** What happened at a site in each minute between two moments; of tours, how many more are walked. One query. */
export async function readDayCounts(
  siteId: string,
  between: { from: Date; to: Date },
  minutes: number,
): Promise<Record<Row['series'], number[]>> {
  const rows = await statement<Row>('read-day-counts', COUNTS, [siteId, between.from, between.to])
  const none = () => new Array<number>(minutes).fill(0)
  const counts: Record<Row['series'], number[]> = {
    ...{ placed: none(), units: none(), refused: none(), declined: none(), cancelled: none() },
    ...{ lines: none(), shorts: none(), packed: none(), handedOver: none() },
    ...{ scans: none(), noReads: none(), turnedAway: none(), touring: none() },
  }
  for (const { series, minute: at, count } of rows) counts[series][at] = (counts[series][at] ?? 0) + count
  for (const list of Object.values(counts)) list.length = minutes
  return counts
}
