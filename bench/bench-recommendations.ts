import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { basketWeight } from '@/lib/recommendations/rules/basket-weight'
import { LEAST_BASKETS_TOGETHER, togetherScore } from '@/lib/recommendations/rules/together-score'
import { measureCounting } from './measure-counting'
import { PairCounts, type Score } from './pair-counts'
import { type DatedBasket, readGroceries, readOnlineRetail } from './read-baskets'
import type { Table } from './tables'

const HITS = 10
const TRAINING_SHARE = 0.8
const MOST_ITEMS = 60
/** To reproduce the figures of others. */
const ANCHOR_MOST_ITEMS = 200
const EVERY_FOURTH = 4

type Shop = { name: string; baskets: DatedBasket[]; every: number; mostItems: number; leastTogether: number }

/**
 * What a basket's hidden item is recommended at, on two shops' baskets when `RETAIL_DATA` names their folder (with
 * `groceries/groceries.csv` and `online-retail/`), beside rules of thumb; then what counting and asking cost.
 * Each fifth that came last is the test; of each of its baskets the middle item by name is hidden.
 */
export async function benchRecommendations(): Promise<Table[]> {
  const folder = process.env.RETAIL_DATA
  const tables: Table[] = []
  if (folder && existsSync(join(folder, 'groceries')))
    tables.push(
      shopTable({
        name: 'Groceries',
        baskets: readGroceries(folder),
        every: 1,
        mostItems: Number.POSITIVE_INFINITY,
        leastTogether: 1,
      }),
      shopTable({
        name: 'Online Retail',
        baskets: readOnlineRetail(folder),
        every: EVERY_FOURTH,
        mostItems: ANCHOR_MOST_ITEMS,
        leastTogether: LEAST_BASKETS_TOGETHER,
      }),
    )
  else process.stdout.write('real baskets are skipped: RETAIL_DATA names no folder that has them\n')
  return [...tables, ...(await measureCounting())]
}

function shopTable({ name, baskets, every, mostItems, leastTogether }: Shop): Table {
  const cut = Math.floor(baskets.length * TRAINING_SHARE)
  const training = baskets.slice(0, cut)
  const tests = baskets
    .slice(cut)
    .filter(({ items }) => items.length >= 2 && items.length <= MOST_ITEMS)
    .filter((_, at) => at % every === 0)
  const names = [...new Set(baskets.flatMap(({ items }) => items))].sort()
  const all = new PairCounts(names, training, Number.POSITIVE_INFINITY, () => 1)
  const plain = new PairCounts(names, training, mostItems, () => 1)
  const ours = new PairCounts(names, training, MOST_ITEMS, ({ at, items }) => basketWeight(at, items.length))
  const byPairs = (counts: PairCounts, least: number, score: Score) =>
    hitsOf(tests, counts, (basket) => counts.votes(basket, least, score))
  return {
    title: `${name}: the hidden item of ${tests.length} baskets, learned from the ${training.length} before them`,
    columns: ['', `hit@${HITS}`, 'MRR'],
    rows: [
      ['popularity', ...hitsOf(tests, all, () => all.popularity())],
      ['confidence', ...byPairs(plain, leastTogether, (both, mine) => both / mine)],
      ['cosine', ...byPairs(plain, leastTogether, (both, mine, theirs) => both / Math.sqrt(mine * theirs))],
      ['raw lift', ...byPairs(plain, leastTogether, (both, mine, theirs) => both / (mine * theirs))],
      ['ours', ...byPairs(ours, LEAST_BASKETS_TOGETHER, togetherScore)],
    ],
    note: `the mean reciprocal rank counts the first ${HITS}; ours has its weights from the training baskets alone`,
  }
}

/** Share of the baskets whose middle item is among the first, and the mean reciprocal rank there. */
function hitsOf(
  tests: DatedBasket[],
  counts: PairCounts,
  votesOf: (basket: string[]) => Float64Array,
): string[] {
  let hits = 0
  let reciprocal = 0
  for (const { items } of tests) {
    const middle = Math.floor(items.length / 2)
    const basket = items.filter((_, at) => at !== middle)
    const rank = counts.rankOf(items[middle] ?? '', basket, votesOf(basket))
    if (rank === null || rank > HITS) continue
    hits++
    reciprocal += 1 / rank
  }
  return [hits, reciprocal].map((sum) => (sum / tests.length).toFixed(4))
}
