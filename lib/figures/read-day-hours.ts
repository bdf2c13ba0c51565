import { db, statement } from '@/lib/platform/db'
import type { DayHours, DaySpan, ShortPick } from './day-schema'
import { readDayBacklog } from './read-day-backlog'
import { readDayCounts } from './read-day-counts'
import { readDaySpans } from './read-day-spans'
import { readDayStockOuts, type StockOut } from './read-day-stock-outs'
import { findLateness } from './rules/find-lateness'
import { findPeaks } from './rules/find-peaks'
import { runningSum } from './rules/running-sum'

const MINUTE_MS = 60_000
/** So many stock-outs are told one by one, the longest; all are counted. */
const MOST_STOCK_OUTS = 100

/**
 * What happened at a site between two moments, from the rooms' own rows: nothing is folded or sampled for it.
 * @throws Error when there is no such site
 */
export async function readDayHours(
  siteId: string,
  between: { from: Date; to: Date },
  now: Date,
): Promise<DayHours> {
  const { from, to } = between
  const fromMs = from.getTime()
  const known = Math.max(0, Math.min(to.getTime(), now.getTime()) - fromMs)
  const minutes = Math.ceil(known / MINUTE_MS)
  const [site, { touring, ...perMinute }, backlog, outs, spans, shorts] = await Promise.all([
    db.site.findUniqueOrThrow({ where: { id: siteId }, select: { timeZone: true } }),
    readDayCounts(siteId, between, minutes),
    readDayBacklog(siteId, between, minutes, now),
    readDayStockOuts(siteId, between),
    readDaySpans(siteId, between),
    readShorts(siteId, between),
  ])
  const minuteOf = (at: Date) => Math.max(0, Math.floor((at.getTime() - fromMs) / MINUTE_MS))
  const turns = new Array<number>(minutes).fill(0)
  const turn = (at: Date | null, by: number) => {
    if (at && minuteOf(at) < minutes) turns[minuteOf(at)] = (turns[minuteOf(at)] ?? 0) + by
  }
  for (const out of outs) {
    turn(out.from, 1)
    turn(out.until, -1)
  }
  return {
    ...{ site: siteId, timeZone: site.timeZone, minutes, perMinute, backlog, shorts },
    ...{ from: from.toISOString(), to: to.toISOString(), readAt: now.toISOString() },
    ...{ touring: runningSum(touring), outOfStock: runningSum(turns) },
    spans: [...spans, ...outs.slice(0, MOST_STOCK_OUTS).map(spanOf)],
    peaks: findPeaks(perMinute.placed),
    lateness: backlog.flatMap(findLateness),
  }
}

const spanOf = ({ sku, name, from, until }: StockOut): DaySpan => ({
  ...{ kind: 'stock-out', id: sku, about: sku, detail: name, severity: null },
  from: from.toISOString(),
  until: until?.toISOString() ?? null,
})

const MOST_SHORTS = 200

async function readShorts(siteId: string, { from, to }: { from: Date; to: Date }): Promise<ShortPick[]> {
  const rows = await statement<Omit<ShortPick, 'at'> & { at: Date }>(
    'read-day-shorts',
    `SELECT done_at AS at, sku, coalesce(name, sku) AS name, order_number AS "orderNumber", quantity - picked AS missing,
            short_reason AS reason
       FROM tour_stop stop JOIN tour ON tour.id = tour_id LEFT JOIN product USING (sku)
      WHERE site_id = $1 AND done_at >= $2 AND done_at < $3 AND stop.state = 'short' ORDER BY done_at LIMIT ${MOST_SHORTS}`,
    [siteId, from, to],
  )
  return rows.map(({ at, ...short }) => ({ at: at.toISOString(), ...short }))
}
