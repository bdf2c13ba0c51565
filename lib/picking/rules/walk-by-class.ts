import type { Pick } from './picks-of'
import type { Places } from './route-grid'
import type { Hall } from './route-network'
import { addCorner } from './trace-walk'
import type { Leg } from './visits-of'
import { walkAllPlaces } from './walk-all-places'

export type ClassWalk = { length: number; legs: Leg[]; corners: [number, number][] }

type Stand = { place: number; length: number; from: Stand | null }

/**
 * The shortest walk that makes the picks class by class (heavy first, frozen last), each at its one place: the walks
 * over a class are chained at the place where it hands over to the next, each of them exact. null when there is no walk,
 * 'late' when the time was over.
 */
export function walkByClass(
  hall: Hall,
  places: Places,
  picks: Pick[],
  isLate: () => boolean,
): ClassWalk | null | 'late' {
  const ranks = [...new Set(picks.map((pick) => pick.class))].sort((a, b) => a - b)
  const placesOf = ranks.map((rank) =>
    picks.flatMap((pick) => (pick.class === rank ? pick.places.slice(0, 1) : [])),
  )
  let stands: Stand[] = [{ place: places.start, length: 0, from: null }]
  const walk = (from: number, to: number, over: number[]) =>
    walkAllPlaces(hall, { ...places, start: from, end: to }, [...new Set([from, to, ...over])], isLate)
  for (const [at, over] of placesOf.entries()) {
    const next: Stand[] = []
    for (const place of at === placesOf.length - 1 ? [places.end] : over) {
      let best: Stand | null = null
      for (const from of stands) {
        if (isLate()) return 'late'
        const found = walk(from.place, place, over)
        if (found === 'late') return 'late'
        if (found && (!best || from.length + found.length < best.length))
          best = { place, length: from.length + found.length, from }
      }
      if (best) next.push(best)
    }
    stands = next
  }
  const last = stands[0]
  if (!last) return null
  const chain: Stand[] = []
  for (let stand: Stand | null = last; stand; stand = stand.from) chain.unshift(stand)
  const legs: Leg[] = []
  const corners: [number, number][] = []
  for (let at = 1; at < chain.length; at++) {
    const found = walk(chain[at - 1]?.place ?? 0, chain[at]?.place ?? 0, placesOf[at - 1] ?? [])
    if (found === null || found === 'late') return 'late'
    const { passed, corners: more } = found.trace()
    legs.push({
      passed: lastAt(passed, chain[at]?.place ?? 0, at < chain.length - 1),
      class: ranks[at - 1] ?? 0,
    })
    for (const [x, y] of more) addCorner(corners, x, y)
  }
  return { length: last.length, legs, corners }
}

// Where a class hands over is its last pick, though the walk may have come by before.
const lastAt = (passed: number[], place: number, isHandOver: boolean) =>
  isHandOver ? [...passed.filter((one) => one !== place), place] : passed
