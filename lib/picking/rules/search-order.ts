import type { Pick } from './picks-of'

/** The lengths of the shortest ways between places, which may differ by direction. */
export type Ways = { between(from: number, to: number): number }
/** Places in walking order, start and end not among them, and the pick made at each. */
export type Order = { places: number[]; picks: number[]; length: number }

export const MOST_PICKS_EXACT = 12

/**
 * The shortest order of up to twelve picks from start to end, whatever the network: dynamic program over sets (Held and
 * Karp 1962), each pick at the best of its places, lower classes first. null when some pick cannot be reached from another.
 */
export function shortestOrder(picks: Pick[], ways: Ways, start: number, end: number): Order | null {
  const count = picks.length
  if (count === 0) return { places: [], picks: [], length: ways.between(start, end) }
  const spots = picks.flatMap((pick, of) => pick.places.map((place) => ({ place, of })))
  const width = spots.length
  const least = new Float64Array(width << count).fill(Number.POSITIVE_INFINITY)
  const before = new Int32Array(width << count).fill(-1)
  const first = picks.map((pick) =>
    picks.reduce((mask, other, at) => (other.class < pick.class ? mask | (1 << at) : mask), 0),
  )
  spots.forEach(({ place, of }, spot) => {
    if (first[of] === 0) least[(1 << of) * width + spot] = ways.between(start, place)
  })
  const between = new Float64Array(width * width)
  for (const [a, from] of spots.entries())
    for (const [b, to] of spots.entries()) between[a * width + b] = ways.between(from.place, to.place)
  for (let mask = 1; mask < 1 << count; mask++)
    for (let spot = 0; spot < width; spot++) {
      const length = least[mask * width + spot] as number
      if (length === Number.POSITIVE_INFINITY) continue
      for (let next = 0; next < width; next++) {
        const of = (spots[next] as { of: number }).of
        const needed = first[of] as number
        if ((mask >> of) & 1 || (mask & needed) !== needed) continue
        const at = (mask | (1 << of)) * width + next
        const total = length + (between[spot * width + next] as number)
        if (total >= (least[at] as number)) continue
        least[at] = total
        before[at] = spot
      }
    }
  return traceOrder(spots, count, least, before, (place) => ways.between(place, end))
}

function traceOrder(
  spots: { place: number; of: number }[],
  count: number,
  least: Float64Array,
  before: Int32Array,
  home: (place: number) => number,
): Order | null {
  const width = spots.length
  let mask = (1 << count) - 1
  let last = -1
  let best = Number.POSITIVE_INFINITY
  spots.forEach(({ place }, spot) => {
    const total = (least[mask * width + spot] ?? best) + home(place)
    if (total >= best) return
    best = total
    last = spot
  })
  if (last < 0) return null
  const places: number[] = []
  const picks: number[] = []
  while (last >= 0) {
    const { place, of } = spots[last] ?? { place: 0, of: 0 }
    places.push(place)
    picks.push(of)
    const earlier = before[mask * width + last] ?? -1
    mask &= ~(1 << of)
    last = earlier
  }
  return { places: places.reverse(), picks: picks.reverse(), length: best }
}
