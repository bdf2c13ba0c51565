import type { RouteTask } from './route-task'

/** One thing to do on a walk: be at any one of these places. Picks of a lower class come first. */
export type Pick = { places: number[]; class: number }

/**
 * The picks of a task, for searching their order. `isExact`: nothing was decided on the way; not so where a stop might
 * be split over some of its bins: then it is picked at one that has enough, or else at the fullest ones.
 */
export function picksOf({ stops, placeOf, places }: RouteTask): { picks: Pick[]; isExact: boolean } {
  const classes = new Set(stops.map((stop) => stop.class ?? 0))
  const isFree = (place: number) => classes.size === 1 && (place === places.start || place === places.end)
  const single = new Map<string, Pick>()
  const chosen: Pick[] = []
  let isExact = true
  for (const [index, stop] of stops.entries()) {
    const units = new Map<number, number>()
    stop.options.forEach((option, of) => {
      const place = placeOf[index]?.[of] ?? 0
      units.set(place, (units.get(place) ?? 0) + option.qty)
    })
    const rank = stop.class ?? 0
    const total = [...units.values()].reduce((sum, qty) => sum + qty, 0)
    const enough = [...units].filter(([, qty]) => qty >= stop.qty).map(([place]) => place)
    const isAll = [...units.values()].every((qty) => total - qty < stop.qty)
    if (units.size > 1 && enough.length === units.size) {
      if (!enough.some(isFree)) chosen.push({ places: enough, class: rank })
      continue
    }
    if (!isAll) isExact = false
    if (!isAll && enough.length > 0) {
      chosen.push({ places: enough, class: rank })
      continue
    }
    let left = stop.qty
    for (const [place, qty] of [...units].sort((a, b) => b[1] - a[1])) {
      if (left <= 0) break
      left -= qty
      if (!isFree(place)) single.set(`${rank} ${place}`, { places: [place], class: rank })
    }
  }
  return { picks: [...single.values(), ...chosen].sort((a, b) => a.class - b.class), isExact }
}
