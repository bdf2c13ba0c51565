import type { ClientBase } from 'pg'
import { COUNTS } from './rules/counts'

const columnOf = (count: string): string => count.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
export const COLUMNS = COUNTS.map(columnOf)
/** The columns as members: `orders_in::float8 AS "ordersIn", …`. */
export const MEMBERS = COUNTS.map((count) => `${columnOf(count)}::float8 AS "${count}"`).join(', ')

/** Nothing before it can be in the time asked for. With both ends said, one plan of a range is right for all. */
const SINCE = '(SELECT since FROM asked)'
/** A tour is not walked longer than this, nor does a parcel or a count wait longer for its end. */
const TOUR = `interval '12 hours'`
const COUNTED_WITHIN = `interval '30 days'`

const hourOf = (at: string): string => `date_trunc('hour', ${at}, place.time_zone)`
/** What was `at` in the time asked for. */
const within = (at: string): string => `${at} >= place.since AND ${at} < place.until`

// Each source is read by the index of its own moment, site by site or once for all.
const SOURCES = {
  placed: `SELECT place.id, ${hourOf('placed_at')}, count(*) AS orders_in
    FROM place JOIN orders ON orders.site_id = place.id AND ${within('placed_at')} GROUP BY 1, 2`,
  refused: `SELECT place.id, ${hourOf('created_at')}, count(*) AS orders_refused, sum(unit_count) AS units_refused
    FROM place JOIN orders ON orders.site_id = place.id AND ${within('created_at')} AND status = 'refused' GROUP BY 1, 2`,
  picked: `SELECT place.id, ${hourOf('closed_at')}, count(*) AS orders_picked
    FROM pick_list list JOIN place ON place.id = list.site_id AND ${within('closed_at')}
   WHERE closed_at >= ${SINCE} AND closed_at < $3 AND state IN ('picked', 'short') GROUP BY 1, 2`,
  // An order in several parcels is packed with its first one and shipped with its last.
  packed: `SELECT place.id, ${hourOf('packed_at')}, count(*) AS orders_packed
    FROM shipment JOIN orders ON orders.number = shipment.order_number JOIN place ON place.id = orders.site_id AND ${within('packed_at')}
   WHERE packed_at >= ${SINCE} AND packed_at < $3
     AND NOT EXISTS (SELECT FROM shipment other WHERE other.order_number = orders.number
                        AND (other.packed_at, other.id) < (shipment.packed_at, shipment.id)) GROUP BY 1, 2`,
  shipped: `SELECT place.id, ${hourOf('handed_over_at')}, count(*) AS orders_shipped, count(promised_at) AS orders_promised,
         count(*) FILTER (WHERE handed_over_at <= promised_at) AS orders_on_time, sum(orders.unit_count) AS units_of_shipped,
         sum((SELECT sum(quantity) FROM shipment one JOIN shipment_line line ON line.shipment_id = one.id
               WHERE one.order_number = orders.number)) AS units_shipped
    FROM shipment JOIN orders ON orders.number = shipment.order_number JOIN place ON place.id = orders.site_id AND ${within('handed_over_at')}
    LEFT JOIN parcel ON parcel.barcode = shipment.id
   WHERE handed_over_at >= ${SINCE} AND handed_over_at < $3
     AND NOT EXISTS (SELECT FROM shipment other WHERE other.order_number = orders.number AND other.id <> shipment.id
                        AND (other.handed_over_at IS NULL OR (other.handed_over_at, other.id) > (shipment.handed_over_at, shipment.id)))
   GROUP BY 1, 2`,
  lines: `SELECT place.id, ${hourOf('done_at')}, count(*) AS lines_picked, sum(picked) AS units_picked
    FROM tour_stop stop JOIN tour ON tour.id = stop.tour_id JOIN place ON place.id = tour.site_id AND ${within('done_at')}
   WHERE done_at >= ${SINCE} AND done_at < $3 AND stop.state IN ('picked', 'short') GROUP BY 1, 2`,
  told: `SELECT place.id, ${hourOf('act.at')}, count(*) AS picks_told, count(*) FILTER (WHERE outcome <> 'recorded') AS picks_wrong
    FROM pick_act act JOIN tour ON tour.id = act.tour_id JOIN place ON place.id = tour.site_id AND ${within('act.at')}
   WHERE act.at >= ${SINCE} AND act.at < $3
     AND outcome IN ('recorded', 'short', 'wrong-bin', 'wrong-item', 'too-many') GROUP BY 1, 2`,
  toured: `SELECT place.id, hour, sum(extract(epoch FROM least(ended, hour + interval '1 hour') - greatest(started_at, hour, place.since))) AS pick_seconds
    FROM place JOIN tour ON tour.site_id = place.id AND started_at >= place.since - ${TOUR} AND started_at < place.until,
         LATERAL (SELECT least(coalesce(ended_at, $4), place.until) AS ended) walk,
         LATERAL generate_series(greatest(${hourOf('started_at')}, ${hourOf('place.since')}), ended, interval '1 hour') hour
   WHERE ended > place.since AND hour < ended GROUP BY 1, 2`,
  walked: `SELECT place.id, ${hourOf('ended_at')}, sum(tour.walk_metres) AS walk_metres, sum(tour.baseline_metres) AS baseline_metres
    FROM place JOIN tour ON tour.site_id = place.id AND started_at >= place.since - ${TOUR} AND started_at < place.until
     AND ${within('ended_at')} AND state = 'done' GROUP BY 1, 2`,
  stowed: `SELECT place.id, ${hourOf('gone.observed_at')}, sum(-gone.quantity) AS units_stowed,
         sum(-gone.quantity * extract(epoch FROM gone.observed_at - came.observed_at)) AS dock_seconds
    FROM ledger_entry gone JOIN bin dock ON dock.id = gone.bin_id AND dock.code = 'DOCK'
    JOIN place ON place.id = gone.site_id AND ${within('gone.observed_at')}
    JOIN inventory_event event ON event.id = gone.event_row AND event.type LIKE 'stowline.inventory.stowed.%',
         LATERAL (SELECT observed_at FROM ledger_entry WHERE bin_id = dock.id AND sku = gone.sku AND lot = gone.lot AND quantity > 0
                     AND observed_at <= gone.observed_at ORDER BY observed_at DESC LIMIT 1) came
   WHERE gone.observed_at >= ${SINCE} AND gone.observed_at < $3 AND gone.quantity < 0 GROUP BY 1, 2`,
  counted: `SELECT id, hour, count(*) AS bins_counted, count(*) FILTER (WHERE agrees) AS bins_agreed
    FROM (SELECT place.id, ${hourOf('finished_at')} AS hour, bool_and(counted = expected) AS agrees
            FROM place JOIN stock_count count ON count.site_id = place.id AND opened_at >= place.since - ${COUNTED_WITHIN}
             AND ${within('finished_at')} AND state <> 'cancelled'
            JOIN stock_count_result result ON result.count_id = count.id GROUP BY 1, 2, count.id, result.bin_id) bin GROUP BY 1, 2`,
  scanned: `SELECT place.id, ${hourOf('decided_at')}, count(*) AS boxes_scanned, count(*) FILTER (WHERE because = 'no-read') AS boxes_unread
    FROM place JOIN divert_decision decision ON decision.site_id = place.id AND ${within('decided_at')} GROUP BY 1, 2`,
}
const NAMES = Object.keys(SOURCES)

const columnIn = (column: string): string =>
  column === 'units_wanted'
    ? 'coalesce(units_of_shipped, 0) + coalesce(units_refused, 0) AS units_wanted'
    : `coalesce(${column}, 0) AS ${column}`

/**
 * `tallied (site_id, hour, day, …)`: what was at the sites `$1` (null: all) from `since` to before `until` and before `$3`,
 * counted from the rooms' rows as of `$4`, an hour of the site's clock a row. Hours without anything are not there.
 * @param asked one row: a `since` before which nothing is looked for
 * @param place `since` and `until` of a site, by its `time_zone`
 */
export const tallied = (asked: string, place: string) => `asked AS MATERIALIZED (${asked}),
  place AS (SELECT id, time_zone, ${place} FROM site WHERE $1::text[] IS NULL OR id = ANY ($1)),
  ${Object.entries(SOURCES)
    .map(([name, text]) => `${name} AS (SELECT * FROM (${text}) AS found (site_id, hour))`)
    .join(',\n  ')},
  tallied AS (
    SELECT site_id, hour, (hour AT TIME ZONE place.time_zone)::date AS day, ${COLUMNS.map(columnIn).join(', ')}
      FROM ${NAMES.join(' FULL JOIN ').replace(/ FULL JOIN (\w+)/g, ' FULL JOIN $1 USING (site_id, hour)')}
      JOIN place ON place.id = site_id)`

/** Whole hours by the site's clock (half past is a whole hour in Adelaide), the last one as far as it is over. */
const WHOLE_HOURS = tallied(
  `SELECT $2::timestamptz - interval '1 hour' AS since`,
  `date_trunc('hour', $2::timestamptz, time_zone) AS since, least(date_trunc('hour', $3::timestamptz, time_zone), $4) AS until`,
)

/**
 * Writes the hours from the one with `from` in it to before the one with `to` in it down, as wholes, the present one up to `now`;
 * answers how many differ now.
 */
export async function keepHours(client: ClientBase, from: Date, to: Date, now: Date): Promise<number> {
  const { rowCount } = await client.query({
    name: 'keep-hours',
    text: `WITH ${WHOLE_HOURS}, emptied AS (
      DELETE FROM site_hour kept USING place WHERE kept.site_id = place.id AND kept.hour >= place.since AND kept.hour < place.until
         AND NOT is_imported AND NOT EXISTS (SELECT FROM tallied WHERE (tallied.site_id, tallied.hour) = (kept.site_id, kept.hour)))
    INSERT INTO site_hour AS kept (site_id, hour, day, ${COLUMNS.join(', ')})
    SELECT site_id, hour, day, ${COLUMNS.join(', ')} FROM tallied
    ON CONFLICT (site_id, hour) DO UPDATE SET (${COLUMNS.join(', ')}) = ROW (${COLUMNS.map((column) => `excluded.${column}`).join(', ')})
     WHERE NOT kept.is_imported AND (${COLUMNS.map((column) => `kept.${column}`).join(', ')})
       IS DISTINCT FROM (${COLUMNS.map((column) => `excluded.${column}`).join(', ')})`,
    values: [null, from, to, now],
  })
  await client.query({
    name: 'keep-days',
    text: `WITH emptied AS (DELETE FROM site_day
        WHERE day BETWEEN ($1::timestamptz - interval '14 hours')::date AND ($2::timestamptz + interval '14 hours')::date
          AND NOT EXISTS (SELECT FROM site_hour WHERE (site_hour.site_id, site_hour.day) = (site_day.site_id, site_day.day)))
      INSERT INTO site_day (site_id, day, ${COLUMNS.join(', ')})
      SELECT site_id, day, ${COLUMNS.map((column) => `sum(${column})`).join(', ')} FROM site_hour
       WHERE day BETWEEN ($1::timestamptz - interval '14 hours')::date AND ($2::timestamptz + interval '14 hours')::date GROUP BY site_id, day
      ON CONFLICT (site_id, day) DO UPDATE SET (${COLUMNS.join(', ')}) = ROW (${COLUMNS.map((column) => `excluded.${column}`).join(', ')})`,
    values: [from, to],
  })
  return rowCount ?? 0
}
