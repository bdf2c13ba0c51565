import type { RouteCase } from '@/lib/picking/schema'

export type Place = { aisle: number; y: number }
export const MANY = Number.POSITIVE_INFINITY

/** Ways through the hall by walking a lattice step by step: nothing in common with the rules under test. */
export function latticeOf({ layout, start, end, stops }: RouteCase) {
  const { aisleX, crossY, blocked, oneWay } = layout
  const places = [start, end ?? start, ...stops.flatMap((stop) => stop.options)]
  const low = Math.min(...crossY, ...places.map((place) => place.y))
  const high = Math.max(...crossY, ...places.map((place) => place.y))
  const key = (aisle: number, y: number) => aisle * 1_000 + (y - low)
  const next = (aisle: number, y: number): [number, number][] => {
    const found: [number, number][] = []
    const up = (from: number) =>
      !blocked.aisle.some(([a, y1, y2]) => a === aisle && from >= y1 && from + 1 <= y2)
    const way = oneWay.aisle[aisle] ?? 0
    if (y < high && way >= 0 && up(y)) found.push([key(aisle, y + 1), 1])
    if (y > low && way <= 0 && up(y - 1)) found.push([key(aisle, y - 1), 1])
    const row = crossY.indexOf(y)
    const crossWay = oneWay.cross[row] ?? 0
    const open = (from: number) => row >= 0 && !blocked.cross.some(([r, a]) => r === row && a === from)
    if (aisle + 1 < aisleX.length && crossWay >= 0 && open(aisle))
      found.push([key(aisle + 1, y), (aisleX[aisle + 1] ?? 0) - (aisleX[aisle] ?? 0)])
    if (aisle > 0 && crossWay <= 0 && open(aisle - 1))
      found.push([key(aisle - 1, y), (aisleX[aisle] ?? 0) - (aisleX[aisle - 1] ?? 0)])
    return found
  }
  const known = new Map<number, Map<number, number>>()
  const from = (place: Place) => {
    const origin = key(place.aisle, place.y)
    const done = known.get(origin) ?? new Map([[origin, 0]])
    if (known.has(origin)) return done
    known.set(origin, done)
    for (let isChanged = true; isChanged; ) {
      isChanged = false
      for (const [node, length] of done)
        for (const [to, extra] of next(Math.floor(node / 1_000), (node % 1_000) + low))
          if (length + extra < (done.get(to) ?? MANY)) {
            done.set(to, length + extra)
            isChanged = true
          }
    }
    return done
  }
  return (a: Place, b: Place) => from(a).get(key(b.aisle, b.y)) ?? MANY
}

/** The shortest walk by trying all sets of bins and all orders; Infinity when there is none. */
export function shortestByTrying(routeCase: RouteCase): number {
  const { start, stops } = routeCase
  const end = routeCase.end ?? start
  const between = latticeOf(routeCase)
  const subsets = stops.map((stop) =>
    Array.from({ length: 2 ** stop.options.length }, (_, mask) =>
      stop.options.filter((_, at) => (mask >> at) & 1),
    )
      .filter((some) => some.reduce((sum, option) => sum + option.qty, 0) >= stop.qty)
      .filter((some) =>
        some.every((one) => some.reduce((sum, option) => sum + option.qty, -one.qty) < stop.qty),
      )
      .map((some) => some.map((option) => ({ ...option, class: stop.class ?? 0 }))),
  )
  let best = MANY
  const choose = (at: number, chosen: (Place & { class: number })[]) => {
    const own = subsets[at]
    if (!own) best = Math.min(best, heldKarp(chosen))
    for (const some of own ?? []) choose(at + 1, [...chosen, ...some])
  }
  const heldKarp = (picks: (Place & { class: number })[]) => {
    if (picks.length === 0) return between(start, end)
    let states = new Map<string, number>()
    const all = 2 ** picks.length - 1
    for (let mask = 0; mask <= all; mask++)
      for (let last = -1; last < picks.length; last++) {
        const length = mask === 0 ? (last < 0 ? 0 : MANY) : (states.get(`${mask} ${last}`) ?? MANY)
        if (length === MANY) continue
        picks.forEach((pick, to) => {
          if ((mask >> to) & 1 || picks.some((other, o) => other.class < pick.class && !((mask >> o) & 1)))
            return
          const total = length + between(last < 0 ? start : (picks[last] ?? start), pick)
          const name = `${mask | (1 << to)} ${to}`
          if (total < (states.get(name) ?? MANY)) states = states.set(name, total)
        })
      }
    return Math.min(...picks.map((pick, last) => (states.get(`${all} ${last}`) ?? MANY) + between(pick, end)))
  }
  choose(0, [])
  return best
}
