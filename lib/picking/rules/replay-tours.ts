import type { RoutePlace } from '../schema'
import type { SlottingFacts } from '../slotting-schema'
import { planRoute } from './plan-route'

/** A walk that counts: where its picks are, by the line they take; picks of what lies there no more have no line. */
export type Walk = { id: string; picks: { line: number | null; place: RoutePlace }[]; length: number }

// Instead of a clock, so that the same facts make the same advice: how often the search may ask whether it is late.
const PATIENCE = 50_000
const UNKNOWN = Number.POSITIVE_INFINITY

/**
 * The walks of the day as they were picked, each by the shortest route; walks that nobody can make in this hall, or that
 * visit no bin of it, are left out. One walk at a step, for whoever has other things to do in between.
 */
export function* replayTours(facts: SlottingFacts): Generator<undefined, Walk[]> {
  const placeOf = new Map(facts.bins.map(({ bin, place }) => [bin, place]))
  const lineOf = new Map<string, number>()
  const isShared = new Set<string>()
  facts.lines.forEach(({ bin, sku }, line) => {
    const name = `${bin}\n${sku}`
    // Of several lots in one bin nobody can say which of them a pick took.
    if (lineOf.has(name)) isShared.add(name)
    lineOf.set(name, line)
  })
  const walks: Walk[] = []
  for (const { id, picks } of facts.tours) {
    const known = picks.flatMap(({ bin, sku }) => {
      const place = placeOf.get(bin)
      const name = `${bin}\n${sku}`
      return place ? [{ line: isShared.has(name) ? null : (lineOf.get(name) ?? null), place }] : []
    })
    if (known.length === 0) continue
    const length = walkLength(
      facts,
      known.map(({ place }) => place),
    )
    yield
    if (length < UNKNOWN) walks.push({ id, picks: known, length })
  }
  return walks
}

/** How long the shortest walk from start to end past these places is; infinity when one of them cannot be reached. */
export function walkLength({ layout, start, end }: SlottingFacts, places: RoutePlace[]): number {
  const stops = new Map(places.map((place) => [`${place.aisle} ${place.y}`, place]))
  let asked = 0
  const plan = planRoute(
    {
      format: 'pick-route-case/1',
      id: 'replay',
      ...{ layout, start, end },
      stops: [...stops].map(([id, place]) => ({
        id,
        qty: 1,
        options: [{ ...place, bin: id, qty: 1 }],
      })),
    },
    { limitMs: PATIENCE, nowMs: () => asked++ },
  )
  return plan.outcome === 'planned' && plan.unreachable.length === 0 ? plan.length : UNKNOWN
}
