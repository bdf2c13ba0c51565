import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawnCases, type Features } from '@/lib/testing/draw-route-cases'
import { latticeOf, MANY, type Place, shortestByTrying } from '@/lib/testing/try-all-walks'
import { type RouteCase, routeCaseSchema } from '../schema'
import { planRoute, routeLength } from './plan-route'
import { policyLength } from './walk-by-policy'

function checkAgainstTrying(routeCase: RouteCase, isAlwaysProven = true) {
  const plan = planRoute(routeCase)
  if (plan.outcome === 'impossible') return void expect(shortestByTrying({ ...routeCase })).toBe(MANY)
  const { unreachable } = plan
  const between = latticeOf(routeCase)
  const canReach = (place: Place) =>
    between(routeCase.start, place) + between(place, routeCase.end ?? routeCase.start) < MANY
  for (const stop of routeCase.stops) {
    const within = stop.options.reduce((sum, option) => sum + (canReach(option) ? option.qty : 0), 0)
    expect(unreachable.includes(stop.id)).toBe(within < stop.qty)
  }
  const rest = { ...routeCase, stops: routeCase.stops.filter((stop) => !unreachable.includes(stop.id)) }
  checkVisits(rest, plan)
  const best = shortestByTrying(rest)
  if (isAlwaysProven) expect(plan.proven).toBe(true)
  if (plan.proven) expect(plan.length).toBeCloseTo(best, 6)
  expect(plan.lowerBound).toBeLessThanOrEqual(best + 1e-6)
  expect(plan.length).toBeGreaterThanOrEqual(best - 1e-6)
}

function checkVisits(
  routeCase: RouteCase,
  plan: Extract<ReturnType<typeof planRoute>, { outcome: 'planned' }>,
) {
  const got = new Map<string, number>()
  let rank = 0
  const order = plan.visits.map(({ stop: id, bin, qty }) => {
    const stop = routeCase.stops.find((one) => one.id === id)
    const option = stop?.options.find((one) => one.bin === bin)
    expect(qty).toBeLessThanOrEqual(option?.qty ?? 0)
    expect(stop?.class ?? 0).toBeGreaterThanOrEqual(rank)
    rank = stop?.class ?? 0
    got.set(id, (got.get(id) ?? 0) + qty)
    return option ?? routeCase.start
  })
  expect(new Set(plan.visits.map(({ stop, bin }) => `${stop} ${bin}`)).size).toBe(plan.visits.length)
  for (const stop of routeCase.stops) expect(got.get(stop.id)).toBe(stop.qty)
  const between = latticeOf(routeCase)
  const along = [routeCase.start, ...order, routeCase.end ?? routeCase.start]
  const walked = along.slice(1).reduce((sum, place, at) => sum + between(along[at] ?? place, place), 0)
  expect(walked).toBeCloseTo(plan.length, 6)
  expect(routeLength(routeCase, order)).toBeCloseTo(plan.length, 6)
  const drawn = plan.walk.slice(1).reduce((sum, [x, y], at) => {
    const [fromX, fromY] = plan.walk[at] ?? [x, y]
    expect(x === fromX || y === fromY).toBe(true)
    return sum + Math.abs(x - fromX) + Math.abs(y - fromY)
  }, 0)
  expect(drawn).toBeCloseTo(plan.length, 6)
}

const RUNS = { numRuns: Number(process.env.ROUTE_RUNS ?? 150) }
const TIMEOUT_MS = 120_000

/** A hall with a middle cross aisle: what must be walked is known by hand. */
const HALL: RouteCase = routeCaseSchema.parse({
  format: 'pick-route-case/1',
  id: 'hall',
  layout: { aisleX: [0, 3, 6], crossY: [0, 10, 20] },
  start: { aisle: 0, y: 0 },
  stops: [
    { id: 'milk', options: [{ bin: 'B-04', aisle: 1, y: 4 }] },
    {
      id: 'tea',
      qty: 2,
      options: [
        { bin: 'C-14', aisle: 2, y: 14 },
        { bin: 'A-15', aisle: 0, y: 15 },
      ],
    },
  ],
})

describe('the rules of thumb', () => {
  test(
    'are never shorter than the planned route',
    () => {
      const drawn = drawnCases({ stops: 8 }).filter(({ end }) => end === null)
      fc.assert(
        fc.property(drawn, (routeCase) => {
          const plan = planRoute(routeCase)
          if (plan.outcome === 'impossible') throw new Error(plan.reason)
          for (const policy of ['s-shape', 'largest-gap', 'bin-order'] as const)
            expect(policyLength(policy, routeCase, plan.visits)).toBeGreaterThanOrEqual(plan.length - 1e-6)
        }),
        RUNS,
      )
    },
    TIMEOUT_MS,
  )

  test('walk what a picker walks who follows them', () => {
    const oneBlock = { ...HALL, layout: { ...HALL.layout, crossY: [0, 20] } }
    const plan = planRoute(oneBlock)
    if (plan.outcome === 'impossible') throw new Error(plan.reason)
    expect(policyLength('s-shape', oneBlock, plan.visits)).toBe(20 + 3 + 20 + 3 + 2 * 14 + 6)
    expect(policyLength('largest-gap', oneBlock, plan.visits)).toBe(20 + 6 + 20 + 3 + 2 * 4 + 3)
    expect(policyLength('bin-order', oneBlock, plan.visits)).toBe(15 + 15 + 3 + 4 + 4 + 3 + 14 + 14 + 6)
  })
})

describe('a route', () => {
  test('splits a stop over bins and says what is taken where', () => {
    expect(planRoute(HALL)).toMatchObject({
      outcome: 'planned',
      length: 50,
      proven: true,
      lowerBound: 50,
      visits: [
        { stop: 'milk', bin: 'B-04', qty: 1 },
        { stop: 'tea', bin: 'C-14', qty: 1 },
        { stop: 'tea', bin: 'A-15', qty: 1 },
      ],
    })
  })

  test('leaves out what nobody can reach, and says so', () => {
    const layout = { ...HALL.layout, blocked: { aisle: [[1, 3, 5] as [number, number, number]], cross: [] } }
    expect(planRoute({ ...HALL, layout })).toMatchObject({
      outcome: 'planned',
      unreachable: ['milk'],
      length: 50,
    })
  })

  test('is answered in time with a bound when it cannot be proven', () => {
    let now = 0
    const wide = { ...HALL, layout: { ...HALL.layout, crossY: [0, 1, 2, 3, 4, 5, 6, 7, 10, 20] } }
    const stops = Array.from({ length: 14 }, (_, at) => ({
      id: `S${at}`,
      qty: 1,
      options: [{ bin: `B${at}`, aisle: at % 3, y: (at * 7) % 19, qty: 1 }],
    }))
    const plan = planRoute({ ...wide, stops }, { limitMs: 50, nowMs: () => now++ })
    if (plan.outcome === 'impossible') throw new Error(plan.reason)
    expect(plan.visits).toHaveLength(14)
    expect(plan.lowerBound).toBeLessThanOrEqual(plan.length)
    expect(plan.lowerBound).toBeGreaterThan(0.7 * plan.length)
  })
})

describe('a planned route is as short as the shortest of all, visits every stop, and is as long as walking it', () => {
  test.each<[string, Features]>([
    ['in an open hall', { stops: 7 }],
    ['with blocked stretches', { stops: 6, blocked: true }],
    ['with one-way aisles', { stops: 6, oneWay: true, blocked: true }],
    ['with classes', { stops: 6, classes: true, blocked: true }],
  ])(
    '%s',
    (_, features) => {
      fc.assert(
        fc.property(drawnCases(features), (drawn) => checkAgainstTrying(drawn)),
        RUNS,
      )
    },
    TIMEOUT_MS,
  )

  test(
    'with bins to choose',
    () => {
      const drawn = drawnCases({ stops: 4, options: 3, blocked: true })
      fc.assert(
        fc.property(drawn, (routeCase) => checkAgainstTrying(routeCase)),
        RUNS,
      )
    },
    TIMEOUT_MS,
  )

  test(
    'with everything at once the bound holds, and what is called proven is',
    () => {
      const drawn = drawnCases({ stops: 4, options: 2, blocked: true, oneWay: true, classes: true })
      fc.assert(
        fc.property(drawn, (routeCase) => checkAgainstTrying(routeCase, false)),
        RUNS,
      )
    },
    TIMEOUT_MS,
  )
})
