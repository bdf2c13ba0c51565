import type { Route, RouteCase, RoutePlace, RouteVisit } from '../schema'
import { chooseBins } from './choose-bins'
import { improveOrder } from './improve-order'
import { assignmentBound, farthestBound, oneTreeBound } from './order-bounds'
import { type Pick, picksOf } from './picks-of'
import { type RouteTask, routeTask } from './route-task'
import { MOST_PICKS_EXACT, type Order, shortestOrder } from './search-order'
import { WalkingGraph } from './shortest-ways'
import { type Leg, visitsOf } from './visits-of'
import { walkAllPlaces } from './walk-all-places'
import { walkByClass } from './walk-by-class'

/** How long may be thought, and the clock to tell: after it the best walk so far is answered, with its bound. */
export type RouteLimit = { limitMs: number; nowMs: () => number }
/** The route of all stops that can be reached, `unreachable` naming the others; or why nobody can walk at all. */
export type RoutePlan =
  | ({ outcome: 'planned'; unreachable: string[] } & Route)
  | { outcome: 'impossible'; reason: string }

/** Beyond these numbers of cross aisles the sweep's states take too long, or too much room. */
const MOST_ROWS = 7
const MOST_BINS_IN_A_PIECE = 400
const SAME = 1e-6
const MANY = Number.POSITIVE_INFINITY

type Found = Omit<Route, 'proven'>
type Search = { task: RouteTask; isLate: () => boolean }

/**
 * The shortest walk for a case: start to end, every stop's units from bins that hold them. Exact where that can be known
 * in time; else a good walk with a bound below which none can be. Lengths in the unit of the layout.
 */
export function planRoute(routeCase: RouteCase, limit?: RouteLimit): RoutePlan {
  const deadline = limit ? limit.nowMs() + limit.limitMs : Number.POSITIVE_INFINITY
  const isLate = () => limit !== undefined && limit.nowMs() > deadline
  const task = routeTask(routeCase)
  if ('reason' in task) return { outcome: 'impossible', reason: task.reason }
  const search = { task, isLate }
  const found = exactWalk(search) ?? searchedWalk(search)
  if (!Number.isFinite(found.length))
    return { outcome: 'impossible', reason: 'no walk passes all stops in the directions that are allowed' }
  const proven = found.lowerBound > found.length - SAME
  return {
    outcome: 'planned',
    ...found,
    lowerBound: proven ? found.length : found.lowerBound,
    proven,
    unreachable: task.unreachable,
  }
}

const hasClasses = ({ stops }: RouteTask) =>
  stops.some((stop) => (stop.class ?? 0) !== (stops[0]?.class ?? 0))

/** The walk by a method that is exact in its own time; null where there is none, or the time was over. */
function exactWalk(search: Search): Found | null {
  const { task, isLate } = search
  const { hall, places, required, lots } = task
  if (hall.isOneWay) return null
  if (hasClasses(task)) return classWalk(search)
  if (lots.length > 0) return chosenWalk(search)
  if (hall.rows.length > MOST_ROWS) return null
  const walk = walkAllPlaces(hall, places, required, isLate)
  if (walk === null || walk === 'late') return null
  const { passed, corners } = walk.trace()
  const visits = visitsOf(task, [{ passed }])
  return { visits, length: walk.length, lowerBound: walk.length, method: 'sweep over aisles', walk: corners }
}

function chosenWalk({ task, isLate }: Search): Found | null {
  if (!canSweepChoices(task)) return null
  const chosen = chooseBins(task, isLate)
  if (!chosen) return null
  const { passed, corners } = chosen.trace()
  const visits = visitsOf(task, [{ passed }])
  const method = 'sweep over aisles with bins to choose'
  if (chosen.lowerBound >= chosen.length - SAME)
    return { visits, length: chosen.length, lowerBound: chosen.length, method, walk: corners }
  return { ...alongVisits(task, visits), lowerBound: chosen.lowerBound, method }
}

function canSweepChoices({ hall, places, lots }: RouteTask): boolean {
  if (hall.rows.length > MOST_ROWS) return false
  const inPiece = new Map<number, number>()
  for (const place of new Set(lots.map((lot) => lot.place))) {
    const piece =
      (places.aisle[place] ?? 0) * MOST_ROWS + hall.rows.filter((y) => y < (places.y[place] ?? 0)).length
    inPiece.set(piece, (inPiece.get(piece) ?? 0) + 1)
  }
  return Math.max(0, ...inPiece.values()) <= MOST_BINS_IN_A_PIECE
}

function classWalk({ task, isLate }: Search): Found | null {
  const { picks, isExact } = picksOf(task)
  if (!isExact || picks.some((pick) => pick.places.length > 1) || task.hall.rows.length > MOST_ROWS)
    return null
  const walk = walkByClass(task.hall, task.places, picks, isLate)
  if (walk === null || walk === 'late') return null
  const { length, legs, corners } = walk
  return {
    visits: visitsOf(task, legs),
    length,
    lowerBound: length,
    method: 'sweeps chained by class',
    walk: corners,
  }
}

/** The walk by searching the order of picks on the shortest ways between them, with a bound. */
function searchedWalk({ task, isLate }: Search): Found {
  const { hall, places } = task
  const graph = new WalkingGraph(hall, places)
  const { picks, isExact } = picksOf(task)
  if (picks.length <= MOST_PICKS_EXACT) {
    const order = shortestOrder(picks, graph, places.start, places.end)
    const method = 'dynamic program over sets of picks'
    if (!order) return { visits: [], walk: [], length: MANY, lowerBound: 0, method }
    const found = alongVisits(task, visitsOf(task, legsOf(task, picks, order)))
    const lowerBound = isExact ? order.length : boundOf({ task, isLate }, picks, graph, found.length)
    return { ...found, lowerBound, method }
  }
  const order = improveOrder(picks, graph, places.start, places.end, isLate)
  const found = alongVisits(task, visitsOf(task, legsOf(task, picks, order)))
  const lowerBound = boundOf({ task, isLate }, picks, graph, found.length)
  return { ...found, lowerBound, method: 'moved and turned pieces of the order' }
}

function legsOf(task: RouteTask, picks: Pick[], order: Order): Leg[] {
  const { start, end } = task.places
  if (!hasClasses(task)) return [{ passed: [start, ...order.places, end] }]
  return order.places.map((place, at) => ({
    passed: [place],
    class: picks[order.picks[at] ?? 0]?.class ?? 0,
  }))
}

/** The best bound that is known for a searched order: without directions and classes, by assignment, by a tree. */
function boundOf({ task, isLate }: Search, picks: Pick[], graph: WalkingGraph, target: number): number {
  const { hall, places, required, lots } = task
  const bounds = [farthestBound(picks, graph, places.start, places.end)]
  const free = { ...hall, isOneWay: false }
  if (lots.length > 0) {
    if (canSweepChoices(task) && !isLate())
      bounds.push(chooseBins({ ...task, hall: free }, isLate)?.lowerBound ?? 0)
  } else if (hall.rows.length <= MOST_ROWS && (hall.isOneWay || hasClasses(task))) {
    const walk = walkAllPlaces(free, places, required, isLate)
    if (walk !== null && walk !== 'late') bounds.push(walk.length)
  }
  const certain = [...new Set(required.filter((place) => place !== places.start && place !== places.end))]
  if (hall.isOneWay) bounds.push(assignmentBound(certain, graph, places.start, places.end))
  else if (bounds.length === 1) bounds.push(oneTreeBound(certain, graph, places.start, places.end, target))
  return Math.min(target, Math.max(...bounds))
}

/** Walks the visits in their order by the shortest ways. */
function alongVisits(task: RouteTask, visits: RouteVisit[]): Walked {
  const { stops, placeOf, places, hall } = task
  const graph = new WalkingGraph(hall, places)
  const placeOfBin = new Map<string, number>()
  for (const [index, stop] of stops.entries())
    for (const [of, { bin }] of stop.options.entries())
      placeOfBin.set(`${stop.id}\n${bin}`, placeOf[index]?.[of] ?? 0)
  const order = [
    places.start,
    ...visits.map(({ stop, bin }) => placeOfBin.get(`${stop}\n${bin}`) ?? 0),
    places.end,
  ]
  let length = 0
  for (let at = 1; at < order.length; at++) length += graph.between(order[at - 1] ?? 0, order[at] ?? 0)
  return { visits, length, walk: Number.isFinite(length) ? graph.cornersAlong(order) : [] }
}

type Walked = { visits: RouteVisit[]; length: number; walk: [number, number][] }

/** The length of walking these places in this order from the case's start to its end; Infinity when that cannot be walked. */
export function routeLength(routeCase: RouteCase, order: RoutePlace[]): number {
  const { start, end, layout } = routeCase
  const stops = order.map((place, at) => ({
    id: `${at}`,
    qty: 1,
    options: [{ ...place, bin: `${at}`, qty: 1 }],
  }))
  const task = routeTask({ ...routeCase, layout, start, end, stops })
  if ('reason' in task || task.unreachable.length > 0) return Number.POSITIVE_INFINITY
  return alongVisits(
    task,
    stops.map(({ id }) => ({ stop: id, bin: id, qty: 1 })),
  ).length
}
