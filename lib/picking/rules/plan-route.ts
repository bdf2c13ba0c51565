import type { RouteAnswer, RouteCase } from '../schema'
import { routeTask } from './route-task'
import { visitsOf } from './visits-of'
import { walkAllPlaces } from './walk-all-places'

export type RouteLimit = { limitMs: number; nowMs: () => number }
export type RoutePlan = ({ outcome: 'planned' } & RouteAnswer) | { outcome: 'impossible'; reason: string }

export function planRoute(routeCase: RouteCase, limit?: RouteLimit): RoutePlan {
  const deadline = limit ? limit.nowMs() + limit.limitMs : Number.POSITIVE_INFINITY
  const isLate = () => limit !== undefined && limit.nowMs() > deadline
  const task = routeTask(routeCase)
  if ('reason' in task) return { outcome: 'impossible', reason: task.reason }
  const found = walkAllPlaces(task.hall, task.places, task.required, isLate)
  if (found === null || found === 'late') return { outcome: 'impossible', reason: 'xx' }
  const walk = found.trace()
  return {
    outcome: 'planned',
    visits: visitsOf(task, walk.passed),
    length: found.length,
    proven: true,
    lowerBound: found.length,
    method: 'exact: dynamic program over aisles',
    walk: walk.corners,
    unreachable: task.unreachable,
  }
}
