import type { RouteCase, RouteStop } from '../schema'
import { PlaceBook, type Places } from './route-grid'
import { type Hall, hallOf } from './route-network'
import { WalkingGraph } from './shortest-ways'

/** Units of an article at a place. */
export type Lot = { article: number; place: number; units: number }

/** A case made ready: what must be visited, and what is still to be chosen. */
export type RouteTask = {
  hall: Hall
  places: Places
  stops: RouteStop[]
  /** By stop, by option: its place. */
  placeOf: number[][]
  /** Places that every walk must visit, start and end among them. */
  required: number[]
  /** By stop: the units still to be had after the required places. */
  open: number[]
  /** Where they may be had; empty when there is nothing to choose. */
  lots: Lot[]
  /** Names of the stops left out because nobody can reach enough of them. */
  unreachable: string[]
}

/** The task of a case, or why there is none. */
export function routeTask({ layout, start, end, stops }: RouteCase): RouteTask | { reason: string } {
  const book = new PlaceBook()
  const from = book.idOf(start)
  const to = end ? book.idOf(end) : from
  const placeOf = stops.map((stop) => stop.options.map((option) => book.idOf(option)))
  const places: Places = { aisle: book.aisle, y: book.y, start: from, end: to }
  const hall = hallOf(layout, placesOf(places))
  const canReach = reachOf(hall, places)
  if (!canReach(to)) return { reason: 'nobody can walk from the start to the end' }
  const kept: RouteStop[] = []
  const keptPlaces: number[][] = []
  const unreachable: string[] = []
  for (const [at, stop] of stops.entries()) {
    const options = stop.options.filter((_, of) => canReach(placeOf[at]?.[of] ?? 0))
    if (options.reduce((sum, option) => sum + option.qty, 0) < stop.qty) {
      unreachable.push(stop.id)
      continue
    }
    kept.push({ ...stop, options })
    keptPlaces.push((placeOf[at] ?? []).filter(canReach))
  }
  return {
    hall,
    places,
    stops: kept,
    placeOf: keptPlaces,
    unreachable,
    ...choicesOf(places, kept, keptPlaces),
  }
}

function* placesOf({ aisle, y }: Places) {
  for (let place = 0; place < y.length; place++) yield { aisle: aisle[place] ?? 0, y: y[place] ?? 0 }
}

function reachOf(hall: Hall, places: Places): (place: number) => boolean {
  if (hall.isOpen && !hall.isOneWay) return () => true
  const forth = new WalkingGraph(hall, places).row(places.start)
  const back = new WalkingGraph(hall, places, true).row(places.end)
  return (place) => Number.isFinite(forth[place]) && Number.isFinite(back[place])
}

/**
 * Which places are certain, and what is left to choose: a place is certain when without it a stop cannot have its
 * units, and what lies at a certain place is taken there.
 */
function choicesOf(places: Places, stops: RouteStop[], placeOf: number[][]) {
  const isRequired = new Set([places.start, places.end])
  const units = stops.map((stop, at) => {
    const by = new Map<number, number>()
    stop.options.forEach((option, of) => {
      const place = placeOf[at]?.[of] ?? 0
      by.set(place, (by.get(place) ?? 0) + option.qty)
    })
    return by
  })
  stops.forEach((stop, at) => {
    const total = [...(units[at]?.values() ?? [])].reduce((sum, qty) => sum + qty, 0)
    for (const [place, qty] of units[at] ?? []) if (total - qty < stop.qty) isRequired.add(place)
  })
  const lots: Lot[] = []
  const open = stops.map((stop, article) => {
    let left = stop.qty
    for (const [place, qty] of units[article] ?? []) if (isRequired.has(place)) left -= qty
    if (left <= 0) return 0
    for (const [place, qty] of units[article] ?? [])
      if (!isRequired.has(place)) lots.push({ article, place, units: Math.min(qty, left) })
    return left
  })
  return { required: [...isRequired], open, lots }
}
