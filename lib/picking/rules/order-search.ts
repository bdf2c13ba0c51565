import type { RouteTask } from './route-task'

/**
 * A walk as an order of picks: each is a place for units of a stop. `ways` are the shortest ways between places.
 * Used where the sweep over aisles does not apply (one-way) or would take too long.
 */
export type PickSequence = { places: number[]; length: number }

/** The picks of a task that go by their class; every pick may be made at any one of its places. */
export type Pick = { places: number[]; class: number }

export type Ways = { between(from: number, to: number): number }

/**
 * The picks a walk must make: the certain places of each stop once, and one place for a stop that any single bin of its
 * own can serve. null when a stop would have to be split over bins that are to be chosen.
 */
export function picksOf({ stops, placeOf, open, lots, places }: RouteTask): Pick[] | null {
  const certain = new Map<number, Set<number>>()
  const picks: Pick[] = []
  for (const [index, stop] of stops.entries()) {
    const rank = stop.class ?? 0
    const choosable = lots.filter((lot) => lot.article === index)
    if ((open[index] ?? 0) > 0) {
      if (choosable.some((lot) => lot.units < (open[index] ?? 0))) return null
      picks.push({ places: choosable.map((lot) => lot.place), class: rank })
    }
    const optional = new Set(choosable.map((lot) => lot.place))
    for (const place of placeOf[index] ?? []) {
      if (optional.has(place)) continue
      const known = certain.get(rank) ?? new Set()
      certain.set(rank, known)
      if (known.has(place)) continue
      known.add(place)
      picks.push({ places: [place], class: rank })
    }
  }
  const isFlat = picks.every((pick) => pick.class === picks[0]?.class)
  // Without classes what lies at the ends of the walk is picked there.
  return isFlat
    ? picks.filter(({ places: [at], places: all }) => all.length > 1 || (at !== places.start && at !== places.end))
    : picks
}
