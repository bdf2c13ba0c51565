import type { LiveTour } from '@/lib/picking/schema'
import type { FloorModel } from './floor-model'

type Point = readonly [x: number, y: number]

/** A picker and the walk of their tour as they are drawn: metres of the drawing, in which the front of the hall is below. */
export type Route = {
  id: string
  initials: string
  at: Point
  points: readonly Point[]
  /** Drawn beside the one that somebody looks at. */
  isFaint: boolean
}

/** @param chosen the tour that somebody looks at; '' when all are looked at alike, null when only pickers are drawn */
export function routeOf(tour: LiveTour, { depthMetres }: FloorModel, chosen: string | null): Route {
  const drawn = (x: number, y: number): Point => [x, depthMetres - y]
  return {
    id: tour.tourId,
    initials: initialsOf(tour.picker),
    at: drawn(tour.at.x, tour.at.y),
    points: chosen === null ? [] : tour.walk.map(([x, y]) => drawn(x, y)),
    isFaint: chosen !== null && chosen !== '' && chosen !== tour.tourId,
  }
}

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('')

/** Metres of a walk, corner by corner. */
export const metresOf = (walk: LiveTour['walk']): number =>
  walk.reduce((sum, [x, y], at) => {
    const before = walk[at - 1]
    return before ? sum + Math.abs(x - before[0]) + Math.abs(y - before[1]) : 0
  }, 0)
