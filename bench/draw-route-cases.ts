import { type RouteCase, routeCaseSchema } from '@/lib/picking/schema'

const AISLE_METRES = 3
const BLOCK_METRES = 20

export type Drawn = {
  aisles: number
  rows: number
  stops: number
  seed: number
  bins?: number
  classes?: number
  /** Start and end anywhere, and so many blocked stretches. */
  blocked?: number
  isOneWay?: boolean
}

/** A random case in a hall of equal aisles and blocks, bins on whole metres; the same seed draws the same case. */
export function drawRouteCase({
  aisles,
  rows,
  stops,
  seed,
  bins = 1,
  classes,
  blocked,
  isOneWay,
}: Drawn): RouteCase {
  const below = randomBelow(seed)
  const depth = (rows - 1) * BLOCK_METRES
  const place = () => ({ aisle: below(aisles), y: below(depth + 1) })
  const alternating = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [at, at % 2 === 0 ? 1 : -1] as const))
  return routeCaseSchema.parse({
    format: 'pick-route-case/1',
    id: `drawn-${seed}`,
    layout: {
      aisleX: Array.from({ length: aisles }, (_, at) => at * AISLE_METRES),
      crossY: Array.from({ length: rows }, (_, at) => at * BLOCK_METRES),
      blocked: {
        aisle: Array.from({ length: blocked ?? 0 }, () => {
          const { aisle, y } = place()
          return [aisle, y, y + 4]
        }),
      },
      oneWay: isOneWay ? { aisle: alternating(aisles) } : undefined,
    },
    start: blocked ? place() : { aisle: below(aisles), y: 0 },
    end: blocked ? place() : null,
    stops: Array.from({ length: stops }, (_, at) => ({
      id: `S${at}`,
      qty: 1,
      class: classes ? below(classes) : undefined,
      options: Array.from({ length: bins }, (_, of) => ({ bin: `B${at}-${of}`, ...place() })),
    })),
  })
}

function randomBelow(seed: number): (most: number) => number {
  let state = (seed * 2_654_435_761) >>> 0
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * most)
  }
}
