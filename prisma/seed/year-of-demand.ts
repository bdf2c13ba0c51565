import type { ClientBase } from 'pg'
import { seededRandom } from '@/simulate/random'
import type { ProductRow } from './read-products'

const DAYS = 365
/** Sunday first: people shop for the weekend. */
const WEEKDAYS = [1.15, 0.8, 0.78, 0.85, 1, 1.25, 1.4]
/** Units a day of the store as a whole, so that a year is told by less than a hundred thousand rows. */
const UNITS_A_DAY = 200
/** One item in so many sells so well that its stock lasts a week at most: that is what a manager has to order. */
const ONE_IN = 30
const LONGEST_COVER_DAYS = 7
/** Nobody sells a whole hall of bananas in a week. */
const MOST_STOCK = 60
const SHORT_CHANCE = 0.003
const DAY_MINUTES = 1_440

type Days = { n: number[]; ago: number[]; ordered: number[]; minutes: number[]; cents: number[] }

/**
 * The year before the demo's store opened here, as if brought along from an earlier system: each weekday and season in its way,
 * much that is wanted now and then, some shelves that stood empty for days. Only days that have something to say.
 */
export async function writeYearOfDemand(
  client: ClientBase,
  {
    site,
    timeZone,
    products,
    now,
    seed,
  }: {
    site: string
    timeZone: string
    products: ProductRow[]
    now: Date
    seed: number
  },
): Promise<void> {
  // In the order of the index it fills.
  const items = products.toSorted((a, b) => (a.sku < b.sku ? -1 : 1))
  const today = new Intl.DateTimeFormat('en-CA', { timeZone }).format(now)
  const stock = await client.query<{ sku: string; units: number }>(
    'SELECT sku, sum(on_hand)::int AS units FROM stock_line WHERE site_id = $1 GROUP BY sku',
    [site],
  )
  const units = new Map(stock.rows.map((row) => [row.sku, row.units]))
  const days = drawYear(usualDemand(items, units), new Date(today), seed)
  await client.query(
    `INSERT INTO demand_day (site_id, sku, day, ordered, out_of_stock_minutes, revenue_minor, is_imported)
     SELECT $1, sku, $3::date - ago, ordered, minutes, cents, true
       FROM unnest($2::text[]) WITH ORDINALITY AS item(sku, n)
       JOIN unnest($4::int[], $5::int[], $6::int[], $7::int[], $8::int[]) AS d(n, ago, ordered, minutes, cents) USING (n)
     ON CONFLICT DO NOTHING`,
    [site, items.map(({ sku }) => sku), today, ...Object.values(days).map(arrayText)],
  )
}

/** As Postgres reads an array: its client would quote every number on its own, which took as long as the rest. */
const arrayText = (values: number[]) => `{${values.join()}}`

type Usual = { usual: number; priceMinor: number }

/** Units a day of each item: by what was sold of it in the demo's source data, and of some by what is there. */
function usualDemand(products: ProductRow[], stock: ReadonlyMap<string, number>): Usual[] {
  const lines = products.reduce((sum, { linesSold }) => sum + linesSold, 0)
  return products.map(({ sku, linesSold, priceMinor }, at) => {
    const units = stock.get(sku) ?? 0
    const isWanted = at % ONE_IN === 0 && units > 0 && units <= MOST_STOCK
    const coverDays = 1 + ((at / ONE_IN) % LONGEST_COVER_DAYS)
    return { usual: isWanted ? units / coverDays : (UNITS_A_DAY * linesSold) / lines, priceMinor }
  })
}

function drawYear(items: readonly Usual[], today: Date, seed: number): Days {
  const random = seededRandom(seed)
  const days: Days = { n: [], ago: [], ordered: [], minutes: [], cents: [] }
  for (const [at, { usual, priceMinor }] of items.entries()) {
    const peak = random() * 2 * Math.PI
    const swing = 0.35 * random()
    const growth = 0.4 * (random() - 0.5)
    let emptyDays = 0
    for (let ago = DAYS; ago >= 1; ago--) {
      const weekday = (today.getUTCDay() + 7 * DAYS - ago) % 7
      const season = 1 + swing * Math.sin((2 * Math.PI * ago) / DAYS + peak) - (growth * ago) / DAYS
      const wanted = poisson(usual * (WEEKDAYS[weekday] ?? 1) * season, random)
      if (emptyDays > 0) emptyDays--
      else if (usual > 0.2 && random() < SHORT_CHANCE) emptyDays = 1 + Math.floor(random() * 4)
      if (wanted === 0 && emptyDays === 0) continue
      const ordered = emptyDays > 0 ? 0 : wanted
      days.n.push(at + 1)
      days.ago.push(ago)
      days.ordered.push(ordered)
      days.minutes.push(emptyDays > 0 ? DAY_MINUTES : 0)
      days.cents.push(ordered * priceMinor)
    }
  }
  return days
}

/** Knuth 1969: how often something happens that happens `mean` times on average. */
function poisson(mean: number, random: () => number): number {
  const limit = Math.exp(-mean)
  let times = 0
  for (let product = random(); product > limit; product *= random()) times++
  return times
}
