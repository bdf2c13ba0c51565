import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type RouteCase, routeCaseSchema } from '../schema'
import { planRoute, routeLength } from './plan-route'

type Place = { aisle: number; y: number }
const MANY = Number.POSITIVE_INFINITY

/** Ways through the hall by walking a lattice step by step: nothing in common with the rules under test. */
function latticeOf({ layout, start, end, stops }: RouteCase) {
  const { aisleX, crossY, blocked, oneWay } = layout
  const places = [start, end ?? start, ...stops.flatMap((stop) => stop.options)]
  const low = Math.min(...crossY, ...places.map((place) => place.y))
  const high = Math.max(...crossY, ...places.map((place) => place.y))
  const key = (aisle: number, y: number) => aisle * 1_000 + (y - low)
  const next = (aisle: number, y: number): [number, number][] => {
    const found: [number, number][] = []
    const up = (from: number) =>
      !blocked.aisle.some(([a, y1, y2]) => a === aisle && from >= y1 && from + 1 <= y2)
    const way = oneWay.aisle[aisle] ?? 0
    if (y < high && way >= 0 && up(y)) found.push([key(aisle, y + 1), 1])
    if (y > low && way <= 0 && up(y - 1)) found.push([key(aisle, y - 1), 1])
    const row = crossY.indexOf(y)
    const crossWay = oneWay.cross[row] ?? 0
    const open = (from: number) => row >= 0 && !blocked.cross.some(([r, a]) => r === row && a === from)
    if (aisle + 1 < aisleX.length && crossWay >= 0 && open(aisle))
      found.push([key(aisle + 1, y), (aisleX[aisle + 1] ?? 0) - (aisleX[aisle] ?? 0)])
    if (aisle > 0 && crossWay <= 0 && open(aisle - 1))
      found.push([key(aisle - 1, y), (aisleX[aisle] ?? 0) - (aisleX[aisle - 1] ?? 0)])
    return found
  }
  const known = new Map<number, Map<number, number>>()
  const from = (place: Place) => {
    const origin = key(place.aisle, place.y)
    const done = known.get(origin) ?? new Map([[origin, 0]])
    if (known.has(origin)) return done
    known.set(origin, done)
    for (let isChanged = true; isChanged; ) {
      isChanged = false
      for (const [node, length] of done)
        for (const [to, extra] of next(Math.floor(node / 1_000), (node % 1_000) + low))
          if (length + extra < (done.get(to) ?? MANY)) {
            done.set(to, length + extra)
            isChanged = true
          }
    }
    return done
  }
  return (a: Place, b: Place) => from(a).get(key(b.aisle, b.y)) ?? MANY
}

/** The shortest walk by trying all sets of bins and all orders; Infinity when there is none. */
function shortestByTrying(routeCase: RouteCase): number {
  const { start, stops } = routeCase
  const end = routeCase.end ?? start
  const between = latticeOf(routeCase)
  const subsets = stops.map((stop) =>
    Array.from({ length: 2 ** stop.options.length }, (_, mask) =>
      stop.options.filter((_, at) => (mask >> at) & 1),
    )
      .filter((some) => some.reduce((sum, option) => sum + option.qty, 0) >= stop.qty)
      .filter((some) =>
        some.every((one) => some.reduce((sum, option) => sum + option.qty, -one.qty) < stop.qty),
      )
      .map((some) => some.map((option) => ({ ...option, class: stop.class ?? 0 }))),
  )
  let best = MANY
  const choose = (at: number, chosen: (Place & { class: number })[]) => {
    const own = subsets[at]
    if (own) return void own.forEach((some) => choose(at + 1, [...chosen, ...some]))
    best = Math.min(best, heldKarp(chosen))
  }
  const heldKarp = (picks: (Place & { class: number })[]) => {
    if (picks.length === 0) return between(start, end)
    let states = new Map<string, number>()
    const all = 2 ** picks.length - 1
    for (let mask = 0; mask <= all; mask++)
      for (let last = -1; last < picks.length; last++) {
        const length = mask === 0 ? (last < 0 ? 0 : MANY) : (states.get(`${mask} ${last}`) ?? MANY)
        if (length === MANY) continue
        picks.forEach((pick, to) => {
          if ((mask >> to) & 1 || picks.some((other, o) => other.class < pick.class && !((mask >> o) & 1)))
            return
          const total = length + between(last < 0 ? start : (picks[last] ?? start), pick)
          const name = `${mask | (1 << to)} ${to}`
          if (total < (states.get(name) ?? MANY)) states = states.set(name, total)
        })
      }
    return Math.min(...picks.map((pick, last) => (states.get(`${all} ${last}`) ?? MANY) + between(pick, end)))
  }
  choose(0, [])
  return best
}

type Features = { blocked?: boolean; oneWay?: boolean; options?: number; classes?: boolean; stops: number }

const cases = (features: Features): fc.Arbitrary<RouteCase> =>
  fc
    .record({
      widths: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 0, maxLength: 4 }),
      depths: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 4 }),
      isOpenEnded: fc.boolean(),
    })
    .chain(({ widths, depths, isOpenEnded }) => {
      const aisleX = widths.reduce((xs, width) => [...xs, (xs.at(-1) ?? 0) + width], [0])
      const crossY = depths.reduce((ys, depth) => [...ys, (ys.at(-1) ?? 0) + depth], [0])
      const top = crossY.at(-1) ?? 0
      const place = fc.record({
        aisle: fc.integer({ min: 0, max: aisleX.length - 1 }),
        y: fc.integer({ min: isOpenEnded ? -2 : 0, max: isOpenEnded ? top + 2 : top }),
      })
      const way = fc.constantFrom<(-1 | 0 | 1)[]>(-1, 0, 0, 1)
      const option = fc.record({ place, qty: fc.integer({ min: 1, max: 3 }) })
      const stop = fc.record({
        options: fc.array(option, { minLength: 1, maxLength: features.options ?? 1 }),
        wanted: fc.integer({ min: 1, max: 3 }),
        class: fc.integer({ min: 0, max: features.classes ? 2 : 0 }),
      })
      const stretch = fc.tuple(place, fc.integer({ min: 1, max: 4 }))
      const piece = fc.tuple(fc.nat(crossY.length - 1), fc.nat(Math.max(0, aisleX.length - 2)))
      return fc
        .record({
          start: place,
          end: fc.option(place),
          stops: fc.array(stop, { maxLength: features.stops }),
          aisleGone: fc.array(stretch, { maxLength: features.blocked ? 3 : 0 }),
          crossGone: fc.array(piece, { maxLength: features.blocked ? 3 : 0 }),
          aisleWays: fc.array(way, { maxLength: features.oneWay ? aisleX.length : 0 }),
          crossWays: fc.array(way, { maxLength: features.oneWay ? crossY.length : 0 }),
        })
        .map((drawn) =>
          routeCaseSchema.parse({
            format: 'pick-route-case/1',
            id: 'drawn',
            layout: {
              aisleX,
              crossY,
              blocked: {
                aisle: drawn.aisleGone.map(([{ aisle, y }, length]) => [aisle, y, y + length]),
                cross: drawn.crossGone,
              },
              oneWay: { aisle: { ...drawn.aisleWays }, cross: { ...drawn.crossWays } },
            },
            start: drawn.start,
            end: drawn.end,
            stops: drawn.stops.map((stop, at) => ({
              id: `S${at}`,
              class: stop.class,
              qty: Math.min(
                stop.wanted,
                stop.options.reduce((sum, one) => sum + one.qty, 0),
              ),
              options: stop.options.map((one, of) => ({ bin: `B${at}-${of}`, ...one.place, qty: one.qty })),
            })),
          }),
        )
    })

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
        fc.property(cases(features), (drawn) => checkAgainstTrying(drawn)),
        RUNS,
      )
    },
    TIMEOUT_MS,
  )

  test(
    'with bins to choose',
    () => {
      const drawn = cases({ stops: 4, options: 3, blocked: true })
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
      const drawn = cases({ stops: 4, options: 2, blocked: true, oneWay: true, classes: true })
      fc.assert(
        fc.property(drawn, (routeCase) => checkAgainstTrying(routeCase, false)),
        RUNS,
      )
    },
    TIMEOUT_MS,
  )
})
