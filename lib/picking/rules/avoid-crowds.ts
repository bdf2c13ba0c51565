import type { RouteCase } from '../schema'
import type { RouteLimit, RoutePlan } from './plan-route'
import { planWithClasses } from './plan-with-classes'

/** How much farther a picker walks for an aisle in which nobody else is about to be: half a minute of waiting there. */
export const DETOUR = 10

/**
 * The route of a case, its bins chosen elsewhere than in crowded aisles where that costs little: never more than `DETOUR`
 * above the route that minds no crowd, for each crowded aisle fewer that it picks in. The walk past the bins is the
 * shortest as ever; its bound and `proven` are those of the bins that were offered, without those passed over.
 * @param crowded indexes of aisles in which others are about to pick
 */
export function avoidCrowds(routeCase: RouteCase, crowded: readonly number[], limit: RouteLimit): RoutePlan {
  const deadline = limit.nowMs() + limit.limitMs
  const left = () => deadline - limit.nowMs()
  const plan = (offered: RouteCase) => planWithClasses(offered, { ...limit, limitMs: Math.max(0, left()) })
  const untried = new Set(crowded)
  let offered = routeCase
  let best = plan(routeCase)
  while (best.outcome === 'planned') {
    const picks = picksIn(routeCase, best)
    const [aisle] = [...untried]
      .filter((one) => picks.has(one))
      .sort((a, b) => (picks.get(a) ?? 0) - (picks.get(b) ?? 0) || a - b)
    if (aisle === undefined || left() <= 0) return best
    untried.delete(aisle)
    const elsewhere = withoutAisle(offered, aisle)
    const other = elsewhere && plan(elsewhere)
    if (!elsewhere || other?.outcome !== 'planned' || other.unreachable.length > best.unreachable.length)
      continue
    const met = (of: Map<number, number>) => crowded.filter((one) => of.has(one)).length
    const fewer = met(picks) - met(picksIn(routeCase, other))
    if (fewer < 1 || other.length > best.length + fewer * DETOUR) continue
    best = other
    offered = elsewhere
  }
  return best
}

/** By aisle how often the route picks there. */
function picksIn({ stops }: RouteCase, { visits }: { visits: { stop: string; bin: string }[] }) {
  const aisleOf = new Map(
    stops.flatMap(({ id, options }) => options.map(({ bin, aisle }) => [`${id}\n${bin}`, aisle])),
  )
  const picks = new Map<number, number>()
  for (const { stop, bin } of visits) {
    const aisle = aisleOf.get(`${stop}\n${bin}`)
    if (aisle !== undefined) picks.set(aisle, (picks.get(aisle) ?? 0) + 1)
  }
  return picks
}

/** The case without the bins of an aisle; null when some stop cannot do without them. */
function withoutAisle(routeCase: RouteCase, aisle: number): RouteCase | null {
  const stops = routeCase.stops.map((stop) => ({
    ...stop,
    options: stop.options.filter((option) => option.aisle !== aisle),
  }))
  const isEnough = stops.every(
    ({ qty, options }) => options.reduce((sum, option) => sum + option.qty, 0) >= qty,
  )
  return isEnough ? { ...routeCase, stops } : null
}
