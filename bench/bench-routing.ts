import { improveOrder } from '@/lib/picking/rules/improve-order'
import { picksOf } from '@/lib/picking/rules/picks-of'
import { planRoute, type RoutePlan } from '@/lib/picking/rules/plan-route'
import { routeTask } from '@/lib/picking/rules/route-task'
import { shortestOrder } from '@/lib/picking/rules/search-order'
import { WalkingGraph } from '@/lib/picking/rules/shortest-ways'
import { policyLength } from '@/lib/picking/rules/walk-by-policy'
import type { RouteCase } from '@/lib/picking/schema'
import { type Drawn, drawRouteCase } from './draw-route-cases'
import { hasInstances, type Published, readInstance, readPublished } from './read-route-instances'
import { ms, percentile, type Table } from './tables'

const LIMIT_MS = Number(process.env.ROUTE_LIMIT_MS ?? 10_000)
const FIRST_ANSWER_MS = 20
const OF_EACH_CLASS = Number(process.env.ROUTE_SAMPLE ?? 3)
const DRAWN_CASES = 40
const SAME = 1e-6

type Planned = Extract<RoutePlan, { outcome: 'planned' }>
type Timed = { plan: Planned; elapsedMs: number }

/**
 * Routes on published instances, when `ROUTE_INSTANCES` names their folder (with `instances/` and `results/`), and on
 * random cases: the gap to the known optimum, the time of the whole answer with its walk, and what rules of thumb walk.
 */
export async function benchRouting(): Promise<Table[]> {
  const folder = process.env.ROUTE_INSTANCES
  const tables: Table[] = []
  for (let round = 0; round < 200; round++)
    timed(drawRouteCase({ aisles: 10, rows: 3, stops: 10, seed: round }))
  if (folder && hasInstances(folder))
    tables.push(classicTable(folder), scatteredTable(folder, true), scatteredTable(folder, false))
  else
    process.stdout.write('published instances are skipped: ROUTE_INSTANCES names no folder that has them\n')
  return [...tables, drawnTable(), specialTable(), oneWayTable()]
}

function timed(routeCase: RouteCase, limitMs = LIMIT_MS): Timed {
  const startedMs = performance.now()
  const plan = planRoute(routeCase, { limitMs, nowMs: () => performance.now() })
  const elapsedMs = performance.now() - startedMs
  if (plan.outcome === 'impossible') throw new Error(`${routeCase.id}: ${plan.reason}`)
  return { plan, elapsedMs }
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
const percent = (share: number, digits = 3) => (100 * share).toFixed(digits)
const ascending = (values: number[]) => [...values].sort((a, b) => a - b)
const timesOf = (runs: Timed[]) => {
  const times = ascending(runs.map((run) => run.elapsedMs))
  return [ms(mean(times)), ...[0.5, 0.95, 0.99].map((share) => ms(percentile(times, share)))]
}
const TIMES = ['mean ms', 'p50 ms', 'p95 ms', 'p99 ms']

/** Nearest pick first, then 2-opt and Or-opt until nothing helps: what a good program without the sweep walks. */
function twoOpt(routeCase: RouteCase): number {
  const task = routeTask(routeCase)
  if ('reason' in task) return Number.NaN
  const graph = new WalkingGraph(task.hall, task.places)
  const { start, end } = task.places
  return improveOrder(picksOf(task).picks, graph, start, end, () => false, 0).length
}

const BESIDE = ['S-shape +%', 'largest gap +%', '2-opt +%', 'saved a tour: S-shape', 'largest gap', '2-opt']

/** How much longer the rules of thumb walk, and the mean saving of a tour in the unit of the instances. */
function besideOf(cases: RouteCase[], runs: Timed[]): string[] {
  const best = runs.map(({ plan }) => plan.length)
  const sShape = cases.map((one, at) => policyLength('s-shape', one, runs[at]?.plan.visits ?? []))
  const gap = cases.map((one, at) => policyLength('largest-gap', one, runs[at]?.plan.visits ?? []))
  const all = [sShape, gap, cases.map(twoOpt)]
  const over = all.map((lengths) => mean(lengths.map((length, at) => length / (best[at] || 1) - 1)))
  const saved = all.map((lengths) => mean(lengths) - mean(best))
  return [...over.map((share) => percent(share, 1)), ...saved.map((length) => length.toFixed(1))]
}

function gapOf(published: Published[], runs: Timed[]): string {
  return percent(
    Math.max(...runs.map(({ plan }, at) => Math.abs(plan.length / (published[at]?.optimum || 1) - 1))),
  )
}

const provenOf = (runs: Timed[]) => runs.filter(({ plan }) => plan.proven).length

function classicTable(folder: string): Table {
  const rows = ([1, 2] as const).flatMap((blocks) => {
    const all = readPublished(folder, blocks, false)
    return [5, 10, 25, 50].map((aisles) => {
      const published = all.filter((one) => one.aisles === aisles)
      const cases = published.map((one) => readInstance(folder, one.name, blocks))
      const runs = cases.map((one) => timed(one))
      return [
        `${blocks} block, ${aisles} aisles`,
        runs.length,
        provenOf(runs),
        gapOf(published, runs),
        ...timesOf(runs),
        ...besideOf(cases, runs),
      ]
    })
  })
  return {
    title:
      'Published instances, one bin an article: largest gap to the published optimum, and rules of thumb beside it',
    columns: ['instances', 'n', 'proven', 'gap %', ...TIMES, ...BESIDE],
    rows,
  }
}

function scatteredTable(folder: string, isUnit: boolean): Table {
  // Two-block optima of varying demand are below what any set of bins that meets it can give, so they are not compared.
  const blocks = isUnit ? ([1, 2] as const) : ([1] as const)
  const rows = blocks.flatMap((count) => {
    const classes = new Map<string, Published[]>()
    for (const one of readPublished(folder, count, true)) {
      if (one.isUnit !== isUnit) continue
      const name = `${count} block, ${one.bins} bins, ${one.articles} articles, ${one.aisles} aisles`
      classes.set(name, [...(classes.get(name) ?? []), one])
    }
    return [...classes].map(([name, all]) => scatteredRow(folder, name, all, count))
  })
  return {
    title: `Published instances, several bins an article, ${isUnit ? 'unit' : 'varying'} demand; limit ${LIMIT_MS} ms`,
    columns: ['instances', 'n', 'proven', 'gap %', ...TIMES, `gap % in ${FIRST_ANSWER_MS} ms`],
    rows,
  }
}

function scatteredRow(folder: string, name: string, all: Published[], blocks: 1 | 2): (string | number)[] {
  const step = Math.max(1, Math.floor(all.length / OF_EACH_CLASS))
  const sample = all.filter((_, at) => at % step === 0).slice(0, OF_EACH_CLASS)
  const cases = sample.map((one) => readInstance(folder, one.name, blocks))
  const runs = cases.map((one) => timed(one))
  runs.forEach(({ plan }, at) => {
    const { name: of, optimum } = sample[at] ?? { name, optimum: 0 }
    if (plan.lowerBound > optimum + SAME || plan.length < optimum - SAME)
      throw new Error(`${of}: ${plan.length}, bound ${plan.lowerBound}, published ${optimum}`)
  })
  const first = cases.map((one) => timed(one, FIRST_ANSWER_MS))
  const gap = mean(first.map(({ plan }, at) => plan.length / (sample[at]?.optimum ?? 1) - 1))
  return [name, runs.length, provenOf(runs), gapOf(sample, runs), ...timesOf(runs), percent(gap, 2)]
}

const drawMany = (drawn: Omit<Drawn, 'seed'>, count = DRAWN_CASES) =>
  Array.from({ length: count }, (_, seed) => drawRouteCase({ ...drawn, seed }))

function drawnTable(): Table {
  const rows = [2, 3, 4, 5, 6, 7, 8].map((count) => {
    const cases = drawMany({ aisles: 20, rows: count, stops: 50 }, count > 6 ? 10 : DRAWN_CASES)
    for (const one of cases.slice(0, 2)) timed(one)
    const runs = cases.map((one) => timed(one))
    const bound = mean(runs.map(({ plan }) => plan.length / plan.lowerBound - 1))
    return [
      `${count} cross aisles`,
      runs.length,
      provenOf(runs),
      percent(bound, 2),
      ...timesOf(runs),
      ...besideOf(cases, runs),
    ]
  })
  return {
    title: 'Random cases, 20 aisles, 50 stops; metres',
    columns: ['cases', 'n', 'proven', 'over bound %', ...TIMES, ...BESIDE],
    rows,
  }
}

function specialTable(): Table {
  const kinds: [string, RouteCase[]][] = [
    ...[2, 3, 4].map((rows): [string, RouteCase[]] => [
      `re-route: ends anywhere, 3 blocked, ${rows} cross aisles, 20 stops`,
      drawMany({ aisles: 20, rows, stops: 20, blocked: 3 }),
    ]),
    ['3 classes, 3 cross aisles, 30 stops', drawMany({ aisles: 20, rows: 3, stops: 30, classes: 3 })],
    [
      '5 bins an article, 15 articles, 20 aisles, 3 cross aisles',
      drawMany({ aisles: 20, rows: 3, stops: 15, bins: 5 }),
    ],
    [
      '5 bins an article, 30 articles, 50 aisles, 2 cross aisles',
      drawMany({ aisles: 50, rows: 2, stops: 30, bins: 5 }, 20),
    ],
  ]
  const rows = kinds.map(([name, cases]) => {
    const runs = cases.map((one) => timed(one))
    const bound = mean(runs.map(({ plan }) => plan.length / plan.lowerBound - 1))
    return [name, runs.length, provenOf(runs), percent(bound, 2), ...timesOf(runs)]
  })
  return {
    title: 'Random cases of the floor',
    columns: ['cases', 'n', 'proven', 'over bound %', ...TIMES],
    rows,
  }
}

function oneWayTable(): Table {
  const rows = [8, 12, 20, 40].map((stops) => {
    const cases = drawMany({ aisles: 12, rows: 3, stops, isOneWay: true })
    const runs = cases.map((one) => timed(one))
    const bound = mean(runs.map(({ plan }) => plan.length / plan.lowerBound - 1))
    const gap = stops > 12 ? '-' : percent(mean(cases.map(searchedGap)))
    return [`${stops} stops`, runs.length, provenOf(runs), percent(bound, 2), gap, ...timesOf(runs)]
  })
  return {
    title:
      'One-way aisles by turns, 12 aisles, 3 cross aisles; the search that is used beyond 12 stops, judged up to 12',
    columns: ['cases', 'n', 'proven', 'over bound %', 'search over optimum %', ...TIMES],
    rows,
  }
}

function searchedGap(routeCase: RouteCase): number {
  const task = routeTask(routeCase)
  if ('reason' in task) return Number.NaN
  const graph = new WalkingGraph(task.hall, task.places)
  const { start, end } = task.places
  const { picks } = picksOf(task)
  const best = shortestOrder(picks, graph, start, end)?.length ?? 1
  return improveOrder(picks, graph, start, end, () => false).length / best - 1
}
