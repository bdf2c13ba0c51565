import { z } from 'zod'
import { statement } from '@/lib/platform/db'
import { readPlace } from '@/lib/platform/read-place'
import type { LiveTour, Tour, TourSummary } from './schema'

const PLACE = z.tuple([z.iso.datetime(), z.uuid()])

type Page = { items: TourSummary[]; nextCursor: string | null }
type Filter = {
  siteIds: string[] | 'all'
  state?: Tour['state'] | undefined
  /** Tours that somebody walked between both. */
  since?: Date | undefined
  until?: Date | undefined
  limit: number
  cursor?: string | undefined
}

/** No tour is walked longer. */
const LONGEST = `interval '12 hours'`
const UTC = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`

/** Tours, newest first, a page at a time; one query. */
export async function listTours({ siteIds, state, since, until, limit, cursor }: Filter): Promise<Page> {
  const [startedBefore, idBefore] = readPlace(cursor, PLACE) ?? []
  const rows = await statement<{ tour: TourSummary }>(
    'list-tours',
    `SELECT jsonb_build_object('tourId', tour.id, 'site', tour.site_id, 'state', tour.state, 'version', tour.version,
       'picker', jsonb_build_object('id', picker_id, 'name', picker_name),
       'leaseUntil', to_char(lease_until AT TIME ZONE 'UTC', ${UTC}), 'startedAt', to_char(started_at AT TIME ZONE 'UTC', ${UTC}),
       'endedAt', to_char(ended_at AT TIME ZONE 'UTC', ${UTC}), 'endReason', end_reason,
       'walkMetres', walk_metres, 'baselineMetres', baseline_metres, 'lowerBoundMetres', lower_bound_metres, 'isOptimal', is_optimal,
       'orders', stops.orders, 'stopsDone', stops.done, 'stopsTotal', stops.total, 'units', stops.units, 'shorts', stops.shorts,
       'nextBin', (SELECT bin.code FROM tour_stop stop JOIN bin ON bin.id = stop.bin_id
                    WHERE stop.tour_id = tour.id AND stop.state = 'open' ORDER BY stop.position, stop.seq LIMIT 1),
       'dueAt', to_char(stops.due_at AT TIME ZONE 'UTC', ${UTC})) AS tour
       FROM (SELECT * FROM tour WHERE ($1::text[] IS NULL OR site_id = ANY ($1)) AND ($2::tour_state IS NULL OR state = $2)
                AND ($3::timestamptz IS NULL OR (started_at, id) < ($3, $4::uuid))
                AND ($6::timestamptz IS NULL OR started_at >= $6 - ${LONGEST} AND (ended_at IS NULL OR ended_at >= $6))
                AND ($7::timestamptz IS NULL OR started_at < $7)
              ORDER BY started_at DESC, id DESC LIMIT $5) tour
       CROSS JOIN LATERAL (
         SELECT count(*)::int AS total, count(*) FILTER (WHERE stop.state <> 'open')::int AS done, sum(stop.picked)::int AS units,
                count(*) FILTER (WHERE stop.state = 'short')::int AS shorts, count(DISTINCT stop.order_number)::int AS orders,
                min(list.due_at) AS due_at
           FROM tour_stop stop JOIN pick_list list ON list.order_number = stop.order_number WHERE stop.tour_id = tour.id) stops
      ORDER BY tour.started_at DESC, tour.id DESC`,
    [
      ...[
        siteIds === 'all' ? null : siteIds,
        state ?? null,
        startedBefore ?? null,
        idBefore ?? null,
        limit + 1,
      ],
      ...[since ?? null, until ?? null],
    ],
  )
  const items = rows.slice(0, limit).map(({ tour }) => tour)
  const last = items.at(-1)
  const nextCursor =
    rows.length > limit && last ? Buffer.from(`${last.startedAt} ${last.tourId}`).toString('base64url') : null
  return { items, nextCursor }
}

/** The tours that are walked at a site, as a map draws them; one query. */
export async function listLiveTours(siteId: string, now: Date): Promise<LiveTour[]> {
  const rows = await statement<{ tour: LiveTour }>(
    'live-tours',
    `SELECT jsonb_build_object('tourId', tour.id, 'version', tour.version, 'picker', picker_name,
       'color', row_number() OVER (ORDER BY started_at, tour.id) - 1, 'done', stops.done, 'total', stops.total,
       'at', jsonb_build_object('x', at_x_metres, 'y', at_y_metres), 'walk', walk, 'late', stops.due_at < $2,
       'next', (SELECT bin.code FROM tour_stop stop JOIN bin ON bin.id = stop.bin_id
                 WHERE stop.tour_id = tour.id AND stop.state = 'open' ORDER BY stop.position, stop.seq LIMIT 1)) AS tour
       FROM tour CROSS JOIN LATERAL (
         SELECT count(*)::int AS total, count(*) FILTER (WHERE stop.state <> 'open')::int AS done, min(list.due_at) AS due_at
           FROM tour_stop stop JOIN pick_list list ON list.order_number = stop.order_number WHERE stop.tour_id = tour.id) stops
      WHERE site_id = $1 AND state = 'walking' ORDER BY started_at, tour.id`,
    [siteId, now],
  )
  return rows.map(({ tour }) => tour)
}
