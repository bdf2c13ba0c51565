import type { RouteVisit } from '../schema'
import type { RouteTask } from './route-task'

/**
 * What is taken where on a walk that passes these places in this order: every stop from as few bins as it can be, the
 * fuller ones first, each at the first time the walk comes by.
 */
export function visitsOf({ stops, placeOf }: RouteTask, passed: number[]): RouteVisit[] {
  const when = new Map(passed.map((place, at) => [place, at]))
  const taken: { at: number; stop: number; visit: RouteVisit }[] = []
  stops.forEach((stop, index) => {
    const near = stop.options
      .map((option, of) => ({ option, at: when.get(placeOf[index]?.[of] ?? -1) ?? -1 }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => b.option.qty - a.option.qty || a.at - b.at)
    let left = stop.qty
    for (const { option, at } of near) {
      if (left === 0) break
      const qty = Math.min(left, option.qty)
      left -= qty
      taken.push({ at, stop: index, visit: { stop: stop.id, bin: option.bin, qty } })
    }
  })
  return taken.sort((a, b) => a.at - b.at || a.stop - b.stop).map(({ visit }) => visit)
}
