import { planRoute } from './rules/plan-route'
import type { RouteCase, RouteRefusal, RouteSolution } from './schema'

/**
 * The solution of a route case, thought about for at most `limitMs`; or why there is none. When some stops are out of
 * reach the case has no solution, but the answer names them and has the route of the rest.
 */
export function answerRouteCase(
  routeCase: RouteCase,
  limitMs: number,
  nowMs: () => number = () => performance.now(),
): RouteSolution | RouteRefusal {
  const startedMs = nowMs()
  const plan = planRoute(routeCase, { limitMs, nowMs })
  if (plan.outcome === 'impossible')
    return { id: routeCase.id, error: plan.reason, unreachable: [], rest: null }
  const { outcome: _, unreachable, ...route } = plan
  const solution = { id: routeCase.id, ...route, elapsedMs: Number((nowMs() - startedMs).toFixed(3)) }
  if (unreachable.length === 0) return solution
  return {
    id: routeCase.id,
    error: `nobody can reach ${unreachable.join(', ')}`,
    unreachable,
    rest: solution,
  }
}
