import type { RouteCase } from '../schema'
import { planRoute, type RouteLimit, type RoutePlan } from './plan-route'

/**
 * The route of a case whose stops may have both bins to choose and an order of classes: what `planRoute` finds for it, or,
 * where that is shorter, the bins of the route without classes walked class by class, which is exact for those bins.
 */
export function planWithClasses(routeCase: RouteCase, limit: RouteLimit): RoutePlan {
  const hasClasses = new Set(routeCase.stops.map((stop) => stop.class ?? 0)).size > 1
  const hasChoice = routeCase.stops.some(({ options }) => options.length > 1)
  if (!hasClasses || !hasChoice) return planRoute(routeCase, limit)
  const third = { ...limit, limitMs: limit.limitMs / 3 }
  const free = planRoute({ ...routeCase, stops: routeCase.stops.map(({ class: _, ...stop }) => stop) }, third)
  const direct = planRoute(routeCase, third)
  if (free.outcome === 'impossible' || direct.outcome === 'impossible' || free.unreachable.length > 0)
    return direct
  const stops = free.visits.flatMap(({ stop, bin, qty }, at) => {
    const asked = routeCase.stops.find(({ id }) => id === stop)
    const option = asked?.options.find((one) => one.bin === bin)
    return asked && option ? [{ ...asked, id: `${at}`, qty, options: [{ ...option, qty }] }] : []
  })
  const fixed = planRoute({ ...routeCase, stops }, third)
  if (fixed.outcome === 'impossible' || fixed.length >= direct.length) return direct
  const lowerBound = Math.min(fixed.length, Math.max(direct.lowerBound, free.lowerBound))
  return {
    ...fixed,
    lowerBound,
    proven: lowerBound >= fixed.length - 1e-6,
    visits: fixed.visits.map((visit) => ({
      ...visit,
      stop: free.visits[Number(visit.stop)]?.stop ?? visit.stop,
    })),
  }
}
