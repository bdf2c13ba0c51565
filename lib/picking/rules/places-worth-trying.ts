import type { RouteLayout, RoutePlace } from '../schema'
import type { SlottingFacts } from '../slotting-schema'
import type { Walk } from './replay-tours'

/** A place for a line, and about how many metres a day it would save; the replay says how many in truth. */
export type Guess = { at: number; metres: number }

/** Where bins are: each place once. */
export type Spot = { place: RoutePlace; climates: Set<string>; bins: string[] }

/** Beyond this many places every second or third of them is looked at, and so on: neighbours are worth about the same. */
const MOST_SPOTS = 900

/** The places of a hall that have bins, in a fixed order. */
export function spotsOf({ bins }: SlottingFacts): Spot[] {
  const spots = new Map<string, Spot>()
  for (const { bin, place, temperatureZone } of bins) {
    const name = `${place.aisle} ${place.y}`
    const spot = spots.get(name) ?? { place, climates: new Set(), bins: [] }
    spots.set(name, spot)
    spot.climates.add(temperatureZone)
    spot.bins.push(bin)
  }
  return [...spots.values()].sort((a, b) => a.place.aisle - b.place.aisle || a.place.y - b.place.y)
}

/**
 * The best places for a line, the best first. A pick costs about the way from the nearest other place of its walk and
 * back, so what is bought together draws together, and what is bought often comes near to where walks begin and end.
 * @param walks those that pick the line
 */
export function placesWorthTrying(
  facts: SlottingFacts,
  spots: Spot[],
  climate: string,
  { line, walks }: { line: number; walks: Walk[] },
): Guess[] {
  const stride = Math.max(1, Math.ceil(spots.length / MOST_SPOTS))
  const from = walks[0]?.picks.find((pick) => pick.line === line)?.place
  if (!from) return []
  const others = walks.map(({ picks }) => [
    facts.start,
    facts.end,
    ...picks.flatMap((pick) => (pick.line === line ? [] : [pick.place])),
  ])
  const detour = (place: RoutePlace) =>
    others.reduce((sum, places) => sum + 2 * nearestMetres(facts.layout, place, places), 0)
  const now = detour(from)
  return spots
    .flatMap(({ place, climates }, at) => {
      if (at % stride !== 0 || !climates.has(climate)) return []
      const metres = now - detour(place)
      return metres > 0 ? [{ at, metres }] : []
    })
    .sort((a, b) => b.metres - a.metres || a.at - b.at)
}

function nearestMetres(layout: RouteLayout, from: RoutePlace, places: RoutePlace[]): number {
  let least = Number.POSITIVE_INFINITY
  for (const place of places) {
    const metres = metresBetween(layout, from, place)
    if (metres < least) least = metres
  }
  return least
}

/** The way between two places as if nothing were blocked or one-way. */
export function metresBetween({ aisleX, crossY }: RouteLayout, a: RoutePlace, b: RoutePlace): number {
  if (a.aisle === b.aisle) return Math.abs(a.y - b.y)
  let along = Number.POSITIVE_INFINITY
  for (const y of crossY) along = Math.min(along, Math.abs(a.y - y) + Math.abs(b.y - y))
  return Math.abs((aisleX[a.aisle] ?? 0) - (aisleX[b.aisle] ?? 0)) + along
}
