import type { RouteLayout, RoutePlace } from '../schema'
import { PlaceBook } from './route-grid'
import { hallOf } from './route-network'
import { walkAllPlaces } from './walk-all-places'

/** Beyond these the sweep takes milliseconds, and batching asks thousands of times. */
const MOST_ROWS_EXACT = 5

/**
 * Says how long the shortest tour over the places of some orders is, there and back to the start; each set is worked out
 * once. In the hall without its blocks and directions: which orders lie near each other does not hang on them.
 * @param placesOf by order: where its units lie
 */
export function tourLengths(
  { aisleX, crossY }: RouteLayout,
  start: RoutePlace,
  end: RoutePlace,
  placesOf: RoutePlace[][],
): (orders: readonly number[]) => number {
  const rows = crossY.length <= MOST_ROWS_EXACT ? crossY : spread(crossY)
  const layout: RouteLayout = {
    aisleX,
    crossY: rows,
    blocked: { aisle: [], cross: [] },
    oneWay: { aisle: {}, cross: {} },
  }
  const book = new PlaceBook()
  const ends = [book.idOf(start), book.idOf(end)]
  const idsOf = placesOf.map((places) => places.map((place) => book.idOf(place)))
  const hall = hallOf(layout, [start, end, ...placesOf.flat()])
  const places = { aisle: book.aisle, y: book.y, start: ends[0] ?? 0, end: ends[0] ?? 0 }
  const known = new Map<string, number>()
  return (orders) => {
    if (orders.length === 0) return 0
    const key = [...orders].sort((a, b) => a - b).join()
    const before = known.get(key)
    if (before !== undefined) return before
    const wanted = [...new Set([...ends, ...orders.flatMap((order) => idsOf[order] ?? [])])]
    const walk = walkAllPlaces(hall, places, wanted)
    const length = walk === null || walk === 'late' ? Number.POSITIVE_INFINITY : walk.length
    known.set(key, length)
    return length
  }
}

/** So many of the cross aisles, the outer ones among them, evenly. */
const spread = (crossY: number[]): number[] =>
  Array.from(
    { length: MOST_ROWS_EXACT },
    (_, at) => crossY[Math.round((at * (crossY.length - 1)) / (MOST_ROWS_EXACT - 1))] ?? 0,
  )
