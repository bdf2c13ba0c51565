import { statement } from '@/lib/platform/db'
import { type PickTally, pickFigures } from './rules/pick-figures'
import type { PickNumbers } from './schema'

type Row = PickTally & { pickerId: string; pickerName: string }

/** Acts that were wrong at the shelf: what was stopped there is what accuracy is about. */
const WRONG = ['wrong-bin', 'wrong-item', 'too-many']

/**
 * How picking went at a site since its midnight.
 * @param isByPicker whether the asker may see it by picker
 */
export async function countPicks(siteId: string, isByPicker: boolean, now: Date): Promise<PickNumbers> {
  const [[day], rows] = await Promise.all([
    statement<{ since: Date; waiting: number; late: number }>(
      'pick-day',
      `SELECT date_trunc('day', $2::timestamptz AT TIME ZONE time_zone) AT TIME ZONE time_zone AS since,
              (SELECT count(*)::int FROM pick_list WHERE site_id = site.id AND state = 'open') AS waiting,
              (SELECT count(*)::int FROM pick_list WHERE site_id = site.id AND state IN ('open', 'touring') AND due_at < $2) AS late
         FROM site WHERE id = $1`,
      [siteId, now],
    ),
    statement<Row>('count-picks', TALLY, [siteId, now, WRONG]),
  ])
  if (!day) throw new Error(`there is no site ${siteId}`)
  const since = day.since.toISOString()
  const byPicker = rows.map(({ pickerId: id, pickerName: name, ...tally }) => ({
    picker: { id, name },
    ...pickFigures([tally]),
  }))
  const savedMetres = rows.reduce((sum, row) => sum + row.baselineMetres - row.walkMetres, 0)
  return {
    ...{ site: siteId, since, ...pickFigures(rows), savedMetres },
    ...{ waitingLists: day.waiting, lateLists: day.late },
    ...(isByPicker ? { byPicker } : {}),
  }
}

const TALLY = `
  WITH today AS (
    SELECT tour.* FROM tour JOIN site ON site.id = tour.site_id
     WHERE tour.site_id = $1 AND started_at >= date_trunc('day', $2::timestamptz AT TIME ZONE site.time_zone) AT TIME ZONE site.time_zone
  ), stops AS (
    SELECT tour_id, count(*) FILTER (WHERE stop.state IN ('picked', 'short'))::int AS lines, sum(picked)::int AS units,
           count(*) FILTER (WHERE stop.state = 'short')::int AS shorts FROM tour_stop stop JOIN today ON today.id = tour_id GROUP BY tour_id
  ), acts AS (
    SELECT tour_id, count(*) FILTER (WHERE outcome IN ('recorded', 'short') OR outcome = ANY ($3))::int AS told,
           count(*) FILTER (WHERE outcome = ANY ($3))::int AS wrong FROM pick_act JOIN today ON today.id = tour_id GROUP BY tour_id
  )
  SELECT picker_id AS "pickerId", max(picker_name) AS "pickerName", count(*)::int AS tours, sum(lines)::int AS lines,
         sum(units)::int AS units, sum(shorts)::int AS shorts, coalesce(sum(told), 0)::int AS told, coalesce(sum(wrong), 0)::int AS wrong,
         sum(extract(epoch FROM coalesce(ended_at, $2) - started_at))::float8 / 3600 AS hours,
         coalesce(sum(walk_metres) FILTER (WHERE state = 'done'), 0) AS "walkMetres",
         coalesce(sum(baseline_metres) FILTER (WHERE state = 'done'), 0) AS "baselineMetres",
         coalesce(sum(lines) FILTER (WHERE state = 'done'), 0)::int AS "walkedLines"
    FROM today JOIN stops ON stops.tour_id = today.id LEFT JOIN acts ON acts.tour_id = today.id
   GROUP BY picker_id ORDER BY max(picker_name), picker_id`
