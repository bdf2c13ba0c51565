import type { RouteCase, RouteLayout, RoutePlace } from '../schema'
import { planRoute, type RouteLimit, routeLength } from './plan-route'

export type OpenStop = { seq: number; place: RoutePlace; class?: number | undefined }
/** A stop that is still to get its bin: by stock line, where its units could be. */
export type NewStop = { options: { stockLineId: number; place: RoutePlace }[]; class?: number | undefined }
export type Rest = {
  /** Stops in walking order; the new one is null. What nobody can reach at present comes last. */
  order: (number | null)[]
  stockLineId: number | null
  length: number
  lowerBound: number
  proven: boolean
  walk: [number, number][]
}

const NEW = 'new'
/** A shorter way than this is not worth a surprise to who knows where they are going. */
const WORTH_METRES = 3
const SAME = 1e-6

/** The rest of which walk? Values only, so that it can be asked of another thread. `stops` come as they are walked now. */
export type RestQuestion = {
  layout: RouteLayout
  at: RoutePlace
  end: RoutePlace
  stops: OpenStop[]
  added?: NewStop | undefined
}

/**
 * The rest of a walk, from where the picker stands past every open stop to the end; with a new stop its bin is chosen with
 * the walk. The order of the stops stays unless another saves some metres.
 */
export function planRest({ layout, at, end, stops, added }: RestQuestion, limit: RouteLimit): Rest {
  const routeStops: RouteCase['stops'] = stops.map((stop) => ({
    id: `${stop.seq}`,
    qty: 1,
    options: [{ ...stop.place, bin: `${stop.seq}`, qty: 1 }],
    ...(stop.class === undefined ? {} : { class: stop.class }),
  }))
  const options = (added?.options ?? []).map(({ stockLineId, place }) => ({
    ...place,
    bin: `${stockLineId}`,
    qty: 1,
  }))
  if (added)
    routeStops.push({
      id: NEW,
      qty: 1,
      options,
      ...(added.class === undefined ? {} : { class: added.class }),
    })
  const routeCase: RouteCase = {
    format: 'pick-route-case/1',
    id: 'rest',
    layout,
    start: at,
    end,
    stops: routeStops,
  }
  const plan = planRoute(routeCase, limit)
  const seqs = stops.map(({ seq }) => seq)
  if (plan.outcome === 'impossible')
    return {
      ...{ order: added ? [...seqs, null] : seqs, stockLineId: added?.options[0]?.stockLineId ?? null },
      ...{ length: 0, lowerBound: 0, proven: false, walk: [] },
    }
  const { length, lowerBound, proven, walk } = plan
  const order = [...plan.visits.map(({ stop }) => stop), ...plan.unreachable].map((stop) =>
    stop === NEW ? null : Number(stop),
  )
  const chosen = plan.visits.find(({ stop }) => stop === NEW)
  const stockLineId = chosen ? Number(chosen.bin) : (added?.options[0]?.stockLineId ?? null)
  const kept = added || plan.unreachable.length > 0 ? null : inThisOrder(routeCase, limit)
  if (kept && kept.length <= length + WORTH_METRES)
    return { ...kept, order: seqs, stockLineId, lowerBound, proven: proven && kept.length <= length + SAME }
  return { order, stockLineId, length, lowerBound, proven, walk }
}

/** The way past the stops as they are listed: each is of a class of its own. */
function inThisOrder(routeCase: RouteCase, limit: RouteLimit): Pick<Rest, 'length' | 'walk'> | null {
  const places = routeCase.stops.flatMap(({ options }) => options[0] ?? [])
  if (!Number.isFinite(routeLength(routeCase, places))) return null
  const stops = routeCase.stops.map((stop, at) => ({ ...stop, class: at }))
  const plan = planRoute({ ...routeCase, stops }, limit)
  return plan.outcome === 'planned' ? plan : null
}
