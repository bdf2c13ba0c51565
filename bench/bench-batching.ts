import { tourLengths } from '@/lib/picking/rules/tour-lengths'
import type { RoutePlace } from '@/lib/picking/schema'
import { seededRandom } from '@/simulate/random'
import { publishedTables } from './bench-published-batches'
import { type Fresh, type Measured, measure } from './measure-batching'
import type { Table } from './tables'

// The hall and the orders of Henn and Wäscher (2012), drawn anew: one block of 10 aisles with 45 locations a side of
// 1 unit each, aisles 5 units apart, 1 unit from the first and last location to the cross aisles, the depot at the front
// of the first aisle; 5 to 25 articles an order, a batch of at most `capacity` articles.
const AISLES = 10
const PITCH = 5
const LOCATIONS = 45
const LAYOUT = {
  aisleX: Array.from({ length: AISLES }, (_, aisle) => aisle * PITCH),
  crossY: [0, LOCATIONS + 1],
  blocked: { aisle: [], cross: [] },
  oneWay: { aisle: {}, cross: {} },
}
const DEPOT = { aisle: 0, y: 0 }
/** Class-based: 52 % of the demand lies in the first aisle, 36 % in the next three, 12 % in the rest. */
const CLASSES: [share: number, from: number, to: number][] = [
  [0.52, 0, 1],
  [0.88, 1, 4],
  [1, 4, AISLES],
]

const SIZES = [20, 40, 60]
const CAPACITIES = [30, 45, 60, 75]
const DRAWN = Number(process.env.BATCH_SAMPLE ?? 2)
const LIMITS_MS = [100, 1_000, 5_000]

/**
 * Orders batched for a cart: how far all tours are together, by first-come, by a seed rule, by savings and by ours within
 * some limits of time, each batch walked by the shortest route.
 */
export async function benchBatching(): Promise<Table[]> {
  measure(draw({ orders: 20, capacity: 30, isByClass: false, seed: 0 }), LIMITS_MS)
  const drawn = [false, true].map((isByClass) => ({
    title: `batching, ${isByClass ? 'class-based' : 'uniform'} demand: length of all tours, exact routes, mean of ${DRAWN * CAPACITIES.length}`,
    columns: [
      ...['orders', 'first-come', 'seed', 'savings', 'savings s'],
      ...LIMITS_MS.flatMap((limit) => [`ours ${limit / 1000} s`, 'against savings %']),
      ...['against first-come %', 'used s'],
    ],
    rows: SIZES.map((orders) => rowOf(orders, isByClass)),
    note: 'parameters of Henn and Wäscher (2012): 10 aisles x 45 locations a side, 5-25 articles an order, 30/45/60/75 a batch',
  }))
  return [...drawn, ...publishedTables()]
}

function rowOf(orders: number, isByClass: boolean): (string | number)[] {
  const runs = CAPACITIES.flatMap((capacity) =>
    Array.from({ length: DRAWN }, (_, seed) =>
      measure(draw({ orders, capacity, isByClass, seed: seed + 1 + capacity }), LIMITS_MS),
    ),
  )
  const mean = (of: (run: Measured) => number) => runs.reduce((sum, run) => sum + of(run), 0) / runs.length
  const [firstCome, savings] = [mean((run) => run.firstCome), mean((run) => run.savings)]
  const against = (length: number, other: number) => (100 * (length / other - 1)).toFixed(2)
  const ours = LIMITS_MS.map((_, at) => mean((run) => run.ours[at] ?? 0))
  return [
    ...[orders, Math.round(firstCome), Math.round(mean((run) => run.seed)), Math.round(savings)],
    (mean((run) => run.savingsMs) / 1000).toFixed(2),
    ...ours.flatMap((length) => [Math.round(length), against(length, savings)]),
    ...[against(ours.at(-1) ?? 0, firstCome), (mean((run) => run.usedMs) / 1000).toFixed(2)],
  ]
}

type Drawing = { orders: number; capacity: number; isByClass: boolean; seed: number }

function draw({ orders, capacity, isByClass, seed }: Drawing): Fresh {
  const random = seededRandom(seed)
  const place = (): RoutePlace => {
    const share = random()
    const [, from, to] = (isByClass && CLASSES.find(([most]) => share < most)) || [1, 0, AISLES]
    return { aisle: from + Math.floor(random() * (to - from)), y: 1 + Math.floor(random() * LOCATIONS) }
  }
  const placesOf = Array.from({ length: orders }, () =>
    Array.from({ length: 5 + Math.floor(random() * 21) }, place),
  )
  return () => ({
    loads: placesOf.map((places) => [places.length]),
    capacity: [capacity],
    lengthOf: tourLengths(LAYOUT, DEPOT, DEPOT, placesOf),
  })
}
