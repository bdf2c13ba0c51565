import type { RouteTask } from './route-task'

/**
 * Bins for every stop by a quick guess: from the required places outward, next the bin that lies nearest to what is
 * chosen already. The places of a walk to begin with; required ones among them.
 */
export function firstBins({ hall, places, required, open, lots }: RouteTask): number[] {
  const chosen = [...required]
  const left = [...open]
  const x = (place: number) => hall.xs[places.aisle[place] ?? 0] ?? 0
  const y = (place: number) => places.y[place] ?? 0
  const apart = (a: number, b: number) => {
    const across = Math.abs(x(a) - x(b))
    if (across === 0) return Math.abs(y(a) - y(b))
    return across + Math.min(...hall.rows.map((row) => Math.abs(y(a) - row) + Math.abs(y(b) - row)))
  }
  const near = lots.map((lot) => Math.min(...chosen.map((place) => apart(lot.place, place))))
  const isTaken = new Uint8Array(lots.length)
  for (;;) {
    let best = -1
    lots.forEach((lot, at) => {
      if (!isTaken[at] && (left[lot.article] ?? 0) > 0 && (best < 0 || (near[at] ?? 0) < (near[best] ?? 0)))
        best = at
    })
    const place = lots[best]?.place
    if (place === undefined) return chosen
    chosen.push(place)
    lots.forEach((lot, at) => {
      if (lot.place === place && !isTaken[at]) {
        left[lot.article] = (left[lot.article] ?? 0) - lot.units
        isTaken[at] = 1
      } else near[at] = Math.min(near[at] ?? 0, apart(lot.place, place))
    })
  }
}
