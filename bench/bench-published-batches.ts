import { existsSync } from 'node:fs'
import { type Measured, measure } from './measure-batching'
import { type BatchInstance, HENN_CLASSES, readFoodmart, readHenn } from './read-batch-instances'
import type { Table } from './tables'

const FOLDER = process.env.BATCH_INSTANCES ?? ''
/** Of the ten published instances of each size and capacity. */
const MOST_OF_EACH = Number(process.env.BATCH_SAMPLE ?? 2)
const LIMITS_MS = [500, 5_000]

/**
 * The published instances of a folder (`BATCH_INSTANCES`, with `henn-order-batching/` and `foodmart/`), each method beside the
 * best value known with shortest routes; none when there is no such folder.
 */
export function publishedTables(): Table[] {
  if (!existsSync(FOLDER)) return []
  const henn = Object.keys(HENN_CLASSES).map((demand) => {
    const all = readHenn(FOLDER, demand as keyof typeof HENN_CLASSES, MOST_OF_EACH)
    const sizes = [...new Set(all.map(({ orders }) => orders))].sort((a, b) => a - b)
    return tableOf(
      `batching, published instances of Henn and Wäscher (2012), ${demand} demand`,
      sizes.map((size) => all.filter(({ orders }) => orders === size)),
    )
  })
  const foodmart = readFoodmart(FOLDER)
  return [
    ...henn,
    tableOf(
      'batching, Foodmart cases of two blocks (optima: Wahlen 2026)',
      foodmart.map((one) => [one]),
    ),
  ]
}

const tableOf = (title: string, groups: BatchInstance[][]): Table => ({
  title: `${title}: mean % above the best value known`,
  columns: [
    ...['orders', 'instances', 'best known', 'first-come', 'seed', 'savings'],
    ...LIMITS_MS.flatMap((limit) => [`ours ${limit / 1000} s`, 'worst']),
    ...['best reached', 'used s'],
  ],
  rows: groups.map(rowOf),
  note: 'best values with shortest routes: Wahlen and Gschwind (2023); capacities 30/45/60/75 articles',
})

function rowOf(instances: BatchInstance[]): (string | number)[] {
  const runs = instances.map((one) => ({ best: one.best, ...measure(one.fresh, LIMITS_MS) }))
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const gaps = (of: (run: Measured) => number) => runs.map((run) => 100 * (of(run) / run.best - 1))
  const share = (value: number) => value.toFixed(2)
  const ours = LIMITS_MS.map((_, at) => gaps(({ ours: found }) => found[at] ?? 0))
  const reached = (ours.at(-1) ?? []).filter((gap) => gap < 1e-4).length
  return [
    ...[instances[0]?.orders ?? 0, runs.length, Math.round(mean(runs.map(({ best }) => best)))],
    ...[gaps((run) => run.firstCome), gaps((run) => run.seed), gaps((run) => run.savings)].map((all) =>
      share(mean(all)),
    ),
    ...ours.flatMap((all) => [share(mean(all)), share(Math.max(...all))]),
    ...[`${reached} of ${runs.length}`, (mean(runs.map(({ usedMs }) => usedMs)) / 1000).toFixed(2)],
  ]
}
