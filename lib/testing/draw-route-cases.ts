import fc from 'fast-check'
import { type RouteCase, routeCaseSchema } from '@/lib/picking/schema'

export type Features = {
  blocked?: boolean
  oneWay?: boolean
  options?: number
  classes?: boolean
  stops: number
}

/** Small route cases with these features, on whole metres. */
export const drawnCases = (features: Features): fc.Arbitrary<RouteCase> =>
  fc
    .record({
      widths: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 0, maxLength: 4 }),
      depths: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 4 }),
      isOpenEnded: fc.boolean(),
    })
    .chain(({ widths, depths, isOpenEnded }) => {
      const aisleX = sums(widths)
      const crossY = sums(depths)
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

function sums(steps: number[]): number[] {
  const found = [0]
  for (const step of steps) found.push((found.at(-1) ?? 0) + step)
  return found
}
