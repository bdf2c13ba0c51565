import type { PoolClient } from 'pg'
import type { TourRow } from './change-tour'
import type { ConfirmedStop } from './lock-stops'
import type { PickingRules } from './picking-rules-schema'
import type { Station, TourHall } from './read-hall'
import type { NewStop, Rest } from './rules/plan-rest'
import { routeLength } from './rules/plan-route'
import { walkClass } from './rules/walk-class'
import { wholeMillimetres } from './rules/whole-millimetres'
import { thinkAside } from './think-aside'

export type Ground = { tour: TourRow; hall: TourHall; rules: PickingRules; stops: ConfirmedStop[] }

/** The best way from where the picker stands past the stops that are open, and where a new one comes in. */
export function layRest({ tour, hall, rules, stops }: Ground, added?: NewStop): Promise<Rest> {
  const open = stops
    .filter(({ state }) => state === 'open')
    .sort((a, b) => a.position - b.position || a.seq - b.seq)
    .map((stop) => ({ seq: stop.seq, place: hall.placeOfBin(stop), class: walkClass(stop, rules) }))
  const [at, end] = [placeNow(tour, hall), hall.placeOfStation(tour.end)]
  return thinkAside('rest', { layout: hall.layout, at, end, stops: open, added })
}

const isAt = (tour: TourRow, { xMetres, yMetres }: Station): boolean =>
  tour.at_x_metres === xMetres && tour.at_y_metres === yMetres

const placeNow = (tour: TourRow, hall: TourHall) =>
  isAt(tour, tour.start)
    ? hall.placeOfStation(tour.start)
    : hall.placeAt({ xMetres: tour.at_x_metres, yMetres: tour.at_y_metres })

/** Writes the rest as it is walked from now on; the tour's metres are those behind the picker and those ahead. */
export async function writeRest(
  client: PoolClient,
  ground: Ground,
  rest: Rest,
): Promise<{ walkMetres: number }> {
  const { tour, hall } = ground
  const behind = metresBehind(ground)
  const order = rest.order.filter((seq) => seq !== null)
  await client.query(
    `UPDATE tour_stop SET position = walked.position + $3 FROM unnest($2::int[]) WITH ORDINALITY AS walked(seq, position)
      WHERE tour_id = $1 AND tour_stop.seq = walked.seq`,
    [tour.id, order, ground.stops.length],
  )
  const walkMetres = wholeMillimetres(behind + rest.length)
  await client.query(
    `UPDATE tour SET walk = $2, walk_metres = $3, lower_bound_metres = $4, is_optimal = $5, plan_version = $6 WHERE id = $1`,
    [
      ...[tour.id, JSON.stringify(rest.walk), walkMetres, wholeMillimetres(behind + rest.lowerBound)],
      ...[rest.proven, hall.planVersion],
    ],
  )
  return { walkMetres }
}

/** How far it was past the bins that were confirmed, in their order; blocks that stand now did not stand then. */
function metresBehind({ tour, hall, stops }: Ground): number {
  const done = stops
    .filter(({ doneAt, state }) => doneAt !== null && state !== 'cancelled')
    .sort((a, b) => (a.doneAt?.getTime() ?? 0) - (b.doneAt?.getTime() ?? 0) || a.position - b.position)
    .map((stop) => hall.placeOfBin(stop))
  const layout = {
    ...hall.layout,
    blocked: { aisle: [], cross: [] },
    oneWay: { aisle: {}, cross: {} },
  }
  const [start, end] = [hall.placeOfStation(tour.start), placeNow(tour, hall)]
  const length = routeLength(
    { format: 'pick-route-case/1', id: 'behind', layout, start, end, stops: [] },
    done,
  )
  return Number.isFinite(length) ? length : 0
}
