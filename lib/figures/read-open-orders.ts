import { statement } from '@/lib/platform/db'
import { type JudgedOrder, judgeLateness, type OpenOrder } from './rules/late-risk'

export type HallRisk = { linesPerHour: number | null; orders: JudgedOrder[] }

/**
 * An order nobody made a pick list for yet has the time that its list will give it; after a day the alerts have it. Both are
 * found among the few that are still open: going by the lists closed today, 57 ms went into 60,000 orders long on their way.
 */
const OPEN = `
  SELECT list.site_id AS site, list.order_number AS "orderNumber", priority, extract(epoch FROM due_at)::float8 * 1000 AS "dueAtMs",
         (SELECT count(DISTINCT line_number)::int FROM stock_hold hold WHERE hold.order_number = list.order_number AND hold.state = 'held') AS "linesLeft"
    FROM pick_list list JOIN orders ON orders.number = list.order_number AND orders.status IN ('placed', 'picking')
   WHERE ($1::text[] IS NULL OR list.site_id = ANY ($1)) AND list.state IN ('open', 'touring')
  UNION ALL
  SELECT list.site_id, list.order_number, priority, extract(epoch FROM due_at)::float8 * 1000, 0
    FROM site JOIN orders ON orders.site_id = site.id AND placed_at > $2::timestamptz - interval '3 days' AND status IN ('placed', 'picking')
    JOIN pick_list list ON list.order_number = orders.number AND list.state IN ('picked', 'short')
     AND list.closed_at > $2::timestamptz - interval '1 day'
   WHERE $1::text[] IS NULL OR site.id = ANY ($1)
  UNION ALL
  SELECT site_id, number, 0, extract(epoch FROM placed_at + interval '2 hours')::float8 * 1000, line_count
    FROM site JOIN orders ON orders.site_id = site.id AND placed_at > $2::timestamptz - interval '1 day' AND status = 'placed'
   WHERE ($1::text[] IS NULL OR site.id = ANY ($1)) AND NOT EXISTS (SELECT FROM pick_list WHERE order_number = orders.number)`

/** The hall's pace: lines of the last hour; where nobody picked, what an hour with picking brought in the last weeks. */
const PACE = `
  SELECT id AS site, coalesce(nullif(lately.lines, 0), usual.lines) AS "linesPerHour"
    FROM site LEFT JOIN (SELECT tour.site_id, count(*)::float8 AS lines FROM tour_stop stop JOIN tour ON tour.id = stop.tour_id
                          WHERE done_at > $2::timestamptz - interval '1 hour' AND done_at <= $2 AND stop.state IN ('picked', 'short') GROUP BY 1) lately
           ON lately.site_id = site.id,
         LATERAL (SELECT avg(lines_picked)::float8 AS lines FROM site_hour
                   WHERE site_id = site.id AND hour > $2::timestamptz - interval '7 days' AND lines_picked > 0) usual
   WHERE $1::text[] IS NULL OR id = ANY ($1)`

/** Every order of the sites that is not on its way, judged at the hall's present pace; by site. */
export async function readOpenOrders(
  siteIds: readonly string[] | null,
  now: Date,
): Promise<Map<string, HallRisk>> {
  const [open, paces] = await Promise.all([
    statement<OpenOrder & { site: string }>('open-orders', OPEN, [siteIds, now]),
    statement<{ site: string; linesPerHour: number | null }>('hall-pace', PACE, [siteIds, now]),
  ])
  const bySite = new Map(paces.map(({ site }) => [site, [] as OpenOrder[]]))
  for (const { site, ...order } of open) bySite.get(site)?.push(order)
  return new Map(
    paces.map(({ site, linesPerHour }) => [
      site,
      { linesPerHour, orders: judgeLateness(bySite.get(site) ?? [], linesPerHour, now.getTime()) },
    ]),
  )
}
