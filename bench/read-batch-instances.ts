import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BatchTask } from '@/lib/picking/rules/batch-task'
import { planRoute } from '@/lib/picking/rules/plan-route'
import { tourLengths } from '@/lib/picking/rules/tour-lengths'
import type { RouteLayout, RoutePlace } from '@/lib/picking/schema'

/** A published instance with the best value known for shortest routes; `fresh` makes its task, no length of it known yet. */
export type BatchInstance = { orders: number; capacity: number; best: number; fresh: () => BatchTask }

const open = (aisleX: number[], crossY: number[]): RouteLayout => ({
  ...{ aisleX, crossY },
  ...{ blocked: { aisle: [], cross: [] }, oneWay: { aisle: {}, cross: {} } },
})
const linesOf = (file: string): string[] => readFileSync(file, 'latin1').split(/\r?\n/)

// One block of 10 aisles, 45 locations a side; the depot in the front corner. Values: Wahlen and Gschwind (2023).
const HENN = open(
  Array.from({ length: 10 }, (_, aisle) => aisle * 5),
  [0, 47],
)
const HENN_DEPOT = { aisle: 0, y: 0 }
const HENN_FOLDER = 'henn-order-batching'
export const HENN_CLASSES = { uniform: ['ran1', 'UDD'], 'class-based': ['abc1', 'CBD'] } as const
/** Columns of a line of results. */
const [CAPACITY, ORDERS, NUMBER, BEST] = [0, 1, 2, 43]

/** The instances of Henn and Wäscher (2012), so many of each size and capacity, by the class of their demand. */
export function readHenn(
  folder: string,
  demand: keyof typeof HENN_CLASSES,
  mostOfEach: number,
): BatchInstance[] {
  const [orderFolder, results] = HENN_CLASSES[demand]
  const best = new Map(
    linesOf(join(folder, HENN_FOLDER, `detailedResults-HW_${results}_Traversal.csv`)).map((line) => {
      const cells = line.split(';')
      return [`${cells[ORDERS]}-${cells[CAPACITY]}-${cells[NUMBER]}`, Number(cells[BEST])]
    }),
  )
  const unpacked = mkdtempSync(join(tmpdir(), 'stowline-henn-'))
  try {
    execFileSync('tar', ['-xJf', join(folder, HENN_FOLDER, 'W5A_W5B_henn_raw.tar.xz'), '-C', unpacked])
    const files = join(unpacked, 'W5B_Henn', orderFolder)
    return readdirSync(files).flatMap((name) => {
      const [, orders, capacity, number] = /^\d+s-(\d+)-(\d+)-(\d+)\.txt$/.exec(name) ?? []
      const value = best.get(`${orders}-${capacity}-${number}`)
      if (value === undefined || Number(number) >= mostOfEach) return []
      const placesOf = hennOrders(join(files, name))
      return [
        {
          orders: Number(orders),
          capacity: Number(capacity),
          best: value,
          fresh: hennTask(placesOf, Number(capacity)),
        },
      ]
    })
  } finally {
    rmSync(unpacked, { recursive: true })
  }
}

function hennOrders(file: string): RoutePlace[][] {
  const placesOf: RoutePlace[][] = []
  for (const line of linesOf(file)) {
    if (line.startsWith('Order')) placesOf.push([])
    const [, side, location] = /Aisle (\d+)\s+Location (\d+)/.exec(line) ?? []
    if (side) placesOf.at(-1)?.push({ aisle: Number(side) >> 1, y: 1.5 + Number(location) })
  }
  return placesOf
}

const hennTask = (placesOf: RoutePlace[][], capacity: number) => (): BatchTask => ({
  loads: placesOf.map((places) => [places.length]),
  capacity: [capacity],
  lengthOf: tourLengths(HENN, HENN_DEPOT, HENN_DEPOT, placesOf),
})

/** The Foodmart cases of two blocks whose optimum is known (Wahlen 2026); empty when they are not there. */
export function readFoodmart(folder: string): BatchInstance[] {
  const cases = join(folder, 'foodmart')
  if (!existsSync(cases)) return []
  const optima = linesOf(join(cases, 'wahlen_2026_foodmart_table_b15.csv')).map((line) => line.split(','))
  return readdirSync(cases).flatMap((name) => {
    const [, days, orders] = /_d(\d+)_ord(\d+)_MAL\.txt$/.exec(name) ?? []
    const best = optima.find(([delta, many]) => delta === days && many === orders)?.[3]
    return best ? [foodmartCase(linesOf(join(cases, name)), Number(best))] : []
  })
}

function foodmartCase(lines: string[], best: number): BatchInstance {
  const after = (title: string, many = Number.POSITIVE_INFINITY) => {
    const from = lines.findIndex((line) => line.startsWith(title)) + 1
    const until = lines.findIndex((line, at) => at >= from && line.startsWith('//'))
    return lines.slice(from, until < 0 ? undefined : until).slice(0, many)
  }
  const capacity = Number(after('//K:')[0])
  const corners = after('//Vertices').map((line) => /^(\d+) (\S+) (\S+) "(\w+)/.exec(line) ?? [])
  const fronts = corners.filter(([, , , , kind]) => kind === 'intersection')
  const sorted = (values: string[]) => [...new Set(values.map(Number))].sort((a, b) => a - b)
  const layout = open(sorted(fronts.map(([, , x = '']) => x)), sorted(fronts.map(([, , , y = '']) => y)))
  const placeOf = new Map(
    corners.map(([, id, x, y]) => [id, { aisle: layout.aisleX.indexOf(Number(x)), y: Number(y) }]),
  )
  const locationOf = new Map(after('//Idx Location').map((line) => line.split(' ') as [string, string]))
  const orders = after('//Idx M').map((line) => line.trim().split(' '))
  const placesOf = orders.map(([, , , ...products]) =>
    products.flatMap((product, at) => {
      const place = at % 2 === 0 ? placeOf.get(locationOf.get(product)) : undefined
      return place ? [place] : []
    }),
  )
  const depot = corners.find(([, , , , kind]) => kind === 'depot') ?? []
  const ways = layout.aisleX.map((x) =>
    Number(Math.hypot(x - Number(depot[2]), (layout.crossY[0] ?? 0) - Number(depot[3])).toFixed(2)),
  )
  const loads = orders.map(([, boxes]) => [Number(boxes)])
  return {
    orders: orders.length,
    capacity,
    best,
    fresh: () => ({ loads, capacity: [capacity], lengthOf: fromAfar(layout, ways, placesOf) }),
  }
}

/** The depot stands before the hall, with a straight way to the front of every aisle: the best two of them count. */
function fromAfar(layout: RouteLayout, ways: number[], placesOf: RoutePlace[][]): BatchTask['lengthOf'] {
  const front = (aisle: number) => ({ aisle, y: layout.crossY[0] ?? 0 })
  const known = new Map<string, number>()
  return (orders) => {
    const key = [...orders].sort((a, b) => a - b).join()
    const stops = orders
      .flatMap((order) => placesOf[order] ?? [])
      .map((place, at) => ({ id: `${at}`, qty: 1, options: [{ ...place, bin: 'bin', qty: 1 }] }))
    const walk = (out: number, home: number) => {
      const [start, end] = [front(out), front(home)]
      const plan = planRoute({ format: 'pick-route-case/1', id: key, layout, start, end, stops })
      return plan.outcome === 'planned' ? plan.length : Number.POSITIVE_INFINITY
    }
    const length =
      known.get(key) ??
      Math.min(
        ...ways.flatMap((there, out) =>
          ways.slice(0, out + 1).map((back, home) => there + walk(out, home) + back),
        ),
      )
    known.set(key, length)
    return orders.length === 0 ? 0 : length
  }
}
