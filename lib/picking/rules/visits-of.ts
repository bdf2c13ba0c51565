import type { RouteVisit } from '../schema'
import type { RouteTask } from './route-task'

/** A stretch of a walk: the places it passes, in order. `class`: it serves only the stops of this class. */
export type Leg = { passed: number[]; class?: number }

/**
 * What is taken where on a walk of these legs: every stop from as few bins as it can be, the fuller ones first, each at
 * the first time that a leg which serves the stop comes by.
 */
export function visitsOf({ stops, placeOf }: RouteTask, legs: Leg[]): RouteVisit[] {
  const when = new Map<number, number>()
  const whenOf = new Map<number, Map<number, number>>()
  let at = 0
  for (const leg of legs) {
    const serving = leg.class === undefined ? when : (whenOf.get(leg.class) ?? new Map<number, number>())
    if (leg.class !== undefined) whenOf.set(leg.class, serving)
    for (const place of leg.passed) {
      at++
      if (!serving.has(place)) serving.set(place, at)
    }
  }
  const taken: { at: number; stop: number; visit: RouteVisit }[] = []
  stops.forEach((stop, index) => {
    const times = whenOf.get(stop.class ?? 0) ?? when
    const near = stop.options
      .map((option, of) => ({ option, at: times.get(placeOf[index]?.[of] ?? -1) ?? 0 }))
      .filter((one) => one.at > 0)
      .sort((a, b) => b.option.qty - a.option.qty || a.at - b.at)
    let left = stop.qty
    for (const { option, at: time } of near) {
      if (left === 0) break
      const qty = Math.min(left, option.qty)
      left -= qty
      taken.push({ at: time, stop: index, visit: { stop: stop.id, bin: option.bin, qty } })
    }
    if (left > 0) throw new Error(`the walk passes too few bins of stop ${stop.id}`)
  })
  return taken.sort((a, b) => a.at - b.at || a.stop - b.stop).map(({ visit }) => visit)
}
