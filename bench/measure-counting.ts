import type { Basket } from '@/lib/recommendations/count-baskets'
import { seededRandom } from '@/simulate/random'
import { ms, percentile, type Table } from './tables'
import { withDatabase } from './with-database'

const SITE = 'BENCH-1'
const BATCH = 100
const BASKETS = Number(process.env.BENCH_BASKETS ?? 5_000)
const ASKED = Number(process.env.BENCH_QUESTIONS ?? 500)
const ITEMS = 10
const BASKET_ASKED = 5

/** Counting baskets one by one and in batches, and asking for what goes together, in a database of its own. */
export function measureCounting(): Promise<Table[]> {
  return withDatabase(async () => [await countTable(), await askTable()], { durable: true })
}

/** Few items are in many baskets: the n-th as often as 1/n says, roughly. */
function drawBaskets(count: number, skus: number, seed: number): Basket[] {
  const random = seededRandom(seed)
  return Array.from({ length: count }, (_, n) => ({
    siteId: SITE,
    orderNumber: `${seed}-${n}`,
    placedAt: new Date('2026-11-21T12:00:00Z'),
    skus: Array.from({ length: ITEMS }, () => `SKU-${Math.floor(skus ** random())}`),
  }))
}

async function emptyCounts(): Promise<void> {
  const { pool } = await import('@/lib/platform/db')
  await pool.query('TRUNCATE counted_basket, basket_count, pair_count')
}

async function countTable(): Promise<Table> {
  const { countBaskets } = await import('@/lib/recommendations/count-baskets')
  const rows: (string | number)[][] = []
  for (const size of [1, BATCH, 1, BATCH]) {
    await emptyCounts()
    const baskets = drawBaskets(BASKETS, 2_000, 1)
    const startedMs = performance.now()
    for (let at = 0; at < baskets.length; at += size) await countBaskets(baskets.slice(at, at + size))
    const seconds = (performance.now() - startedMs) / 1_000
    rows.push([`${size} in a statement`, seconds.toFixed(2), Math.round(BASKETS / seconds)])
  }
  return {
    title: `Counting ${BASKETS} baskets of about ${ITEMS} items among 2,000 SKUs, one statement after the other`,
    columns: ['', 's', 'baskets/s'],
    rows,
  }
}

async function askTable(): Promise<Table> {
  const { pool } = await import('@/lib/platform/db')
  const { countBaskets } = await import('@/lib/recommendations/count-baskets')
  const { listRecommendations } = await import('@/lib/recommendations/queries')
  const rows: (string | number)[][] = []
  for (const skus of [2_000, 20_000]) {
    await emptyCounts()
    const baskets = drawBaskets(BASKETS * 4, skus, 2)
    for (let at = 0; at < baskets.length; at += BATCH) await countBaskets(baskets.slice(at, at + BATCH))
    await pool.query('ANALYZE basket_count, pair_count')
    const { rows: counted } = await pool.query<{ pairs: number }>(
      'SELECT count(*)::int AS pairs FROM pair_count',
    )
    for (const size of [1, BASKET_ASKED]) {
      const times: number[] = []
      for (const { skus: items } of drawBaskets(ASKED, skus, 3)) {
        const asked = [...new Set(items)].slice(0, size)
        const began = performance.now()
        await listRecommendations(asked, [SITE], 10)
        times.push(performance.now() - began)
      }
      times.sort((a, b) => a - b)
      const name = `${skus} SKUs, ${counted[0]?.pairs} pairs; ${size} asked`
      rows.push([name, ms(percentile(times, 0.5)), ms(percentile(times, 0.99)), ms(times.at(-1) ?? 0)])
    }
  }
  return {
    title: `Asking what goes together: ${ASKED} questions, items as often as they are bought`,
    columns: ['', 'p50 ms', 'p99 ms', 'worst ms'],
    rows,
  }
}
