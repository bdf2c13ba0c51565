import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { RouteCase } from '../schema'
import { avoidCrowds, DETOUR } from './avoid-crowds'
import { planRoute, type RoutePlan, routeLength } from './plan-route'

const AISLES = 6
const LAYOUT = {
  aisleX: Array.from({ length: AISLES }, (_, at) => at * 3),
  crossY: [0, 20],
  blocked: { aisle: [], cross: [] },
  oneWay: { aisle: {}, cross: {} },
}
const FRONT = { aisle: 0, y: 0 }

/** A clock that goes on by itself. */
const limit = () => {
  let ms = 0
  return { limitMs: 100_000, nowMs: () => ms++ }
}
const option = fc.record({
  aisle: fc.nat({ max: AISLES - 1 }),
  y: fc.integer({ min: 1, max: 19 }),
  qty: fc.integer({ min: 1, max: 3 }),
})
const stop = fc.array(option, { minLength: 1, maxLength: 4 }).chain((options) =>
  fc.record({
    qty: fc.integer({ min: 1, max: options.reduce((sum, { qty }) => sum + qty, 0) }),
    options: fc.constant(options.map((one, at) => ({ ...one, bin: `${at}` }))),
  }),
)
const caseOf = (stops: Omit<RouteCase['stops'][number], 'id'>[]): RouteCase => ({
  ...{ format: 'pick-route-case/1', id: 'tour', layout: LAYOUT, start: FRONT, end: FRONT },
  stops: stops.map((one, at) => ({ ...one, id: `${at}` })),
})
const planned = (plan: RoutePlan) => {
  if (plan.outcome === 'impossible') throw new Error(plan.reason)
  return plan
}
const placesOf = ({ stops }: RouteCase, { visits }: { visits: { stop: string; bin: string }[] }) =>
  visits.flatMap(
    ({ stop: id, bin }) => stops.find((one) => one.id === id)?.options.find((one) => one.bin === bin) ?? [],
  )

it('is never longer than so many metres for each crowded aisle that is picked in no more', () => {
  fc.assert(
    fc.property(
      fc.array(stop, { minLength: 1, maxLength: 5 }),
      fc.uniqueArray(fc.nat({ max: AISLES - 1 }), { maxLength: 4 }),
      (stops, crowded) => {
        const routeCase = caseOf(stops)
        const free = planned(planRoute(routeCase, limit()))
        const found = planned(avoidCrowds(routeCase, crowded, limit()))
        const met = (plan: typeof free) =>
          crowded.filter((aisle) => placesOf(routeCase, plan).some((place) => place.aisle === aisle)).length
        const fewer = met(free) - met(found)
        expect(fewer).toBeGreaterThanOrEqual(0)
        expect(found.length).toBeLessThanOrEqual(free.length + fewer * DETOUR + 1e-6)
        if (fewer === 0) expect(found).toEqual(free)
      },
    ),
    { numRuns: 300 },
  )
})

it('takes every unit, and its walk past the bins is the shortest there is', () => {
  fc.assert(
    fc.property(
      fc.array(stop, { minLength: 1, maxLength: 5 }),
      fc.uniqueArray(fc.nat({ max: AISLES - 1 }), { maxLength: 4 }),
      (stops, crowded) => {
        const routeCase = caseOf(stops)
        const { visits, length, lowerBound, proven } = planned(avoidCrowds(routeCase, crowded, limit()))
        for (const { id, qty } of routeCase.stops)
          expect(visits.filter((one) => one.stop === id).reduce((sum, one) => sum + one.qty, 0)).toBe(qty)
        const places = placesOf(routeCase, { visits })
        expect(routeLength(routeCase, places)).toBeCloseTo(length, 6)
        const fixed = caseOf(places.map((place) => ({ qty: 1, options: [{ ...place, bin: 'b', qty: 1 }] })))
        expect(planned(planRoute(fixed)).length).toBeCloseTo(length, 6)
        expect(lowerBound).toBeLessThanOrEqual(length + 1e-6)
        expect(proven).toBe(lowerBound >= length - 1e-6)
      },
    ),
    { numRuns: 150 },
  )
})

it('goes to the next aisle when the nearer one is crowded, but not to the far end of the hall', () => {
  const bins = (...aisles: number[]) => ({
    qty: 1,
    options: aisles.map((aisle) => ({ aisle, y: 5, qty: 1, bin: `${aisle}` })),
  })
  const near = caseOf([bins(1, 2)])
  expect(planned(avoidCrowds(near, [], limit())).visits).toMatchObject([{ bin: '1' }])
  expect(planned(avoidCrowds(near, [1], limit())).visits).toMatchObject([{ bin: '2' }])
  expect(planned(avoidCrowds(near, [1, 2], limit())).visits).toMatchObject([{ bin: '1' }])
  expect(planned(avoidCrowds(caseOf([bins(1, 5)]), [1], limit())).visits).toMatchObject([{ bin: '1' }])
})
