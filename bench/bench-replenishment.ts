import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { type ForecastSeries, forecastPolicy, textbookPolicy } from '@/lib/replenishment/rules/order-policies'
import { plainForecast } from '@/lib/replenishment/rules/plain-forecast'
import { type Policy, type Simulation, simulatePolicy } from '@/lib/replenishment/rules/simulate-policy'
import type { SupplyTerm } from '@/lib/replenishment/supply-schema'
import { seededRandom } from '@/simulate/random'
import type { Table } from './tables'

/** The folder that has `online-retail/online-retail-all-days.csv.gz`. */
const FOLDER = process.env.RETAIL_DATA
const ITEMS = Number(process.env.BENCH_ITEMS ?? 198)
const WARM_DAYS = 84
const HELD_OUT_DAYS = 84
const SEED = 20_261_121
const LEVELS = [0.5, 0.7, 0.8, 0.9, 0.95, 0.98]
const DAY_MS = 86_400_000

/** Three ways in which a grocer is supplied; a pack of one, so that packs do not hide the rule. */
const SCENES: { name: string; term: Omit<SupplyTerm, 'serviceLevel'> }[] = [
  { name: 'fresh: daily, 2 days to come, keeps 5 days', term: termOf(2, 0, 1, 5) },
  { name: 'dry: weekly, 3 ± 1 days to come, keeps', term: termOf(3, 1, 7, null) },
]

function termOf(leadDays: number, leadSdDays: number, reviewDays: number, shelfLifeDays: number | null) {
  return {
    ...{ supplier: 'Bench', leadDays, leadSdDays, reviewDays, orderWeekdays: [], packUnits: 1 },
    ...{ minimumPacks: 1, shelfLifeDays, unitCostMinor: 100 },
  }
}

/**
 * Policies of ordering played against the last 12 weeks of real daily demand that none of them has seen: the house's rule beside the
 * textbook's, by the same service level and, interpolated, at the same fill rate.
 */
export async function benchReplenishment(forecastSeries: ForecastSeries = plainForecast): Promise<Table[]> {
  if (!FOLDER)
    throw new Error('RETAIL_DATA names the folder that has online-retail/online-retail-all-days.csv.gz')
  const series = earlier(readSeries(join(FOLDER, 'online-retail', 'online-retail-all-days.csv.gz')))
  return SCENES.flatMap(({ name, term }) => {
    const kinds: Record<string, (term: SupplyTerm) => Policy> = {
      'textbook (s,S)': (said) => textbookPolicy(said, 's,S'),
      'textbook (R,S)': (said) => textbookPolicy(said, 'R,S'),
      'Stowline, plain forecast': (said) => forecastPolicy(said, forecastSeries),
    }
    const played = Object.entries(kinds).flatMap(([kind, policyOf]) =>
      LEVELS.map((serviceLevel) => ({
        kind,
        serviceLevel,
        ...playAll(series, { ...term, serviceLevel }, policyOf),
      })),
    )
    return [byService(name, series.length, played), byFill(name, played)]
  })
}

type Played = { kind: string; serviceLevel: number } & ReturnType<typeof playAll>

/** Every item played by one policy; each order's lead time is drawn anew, the same for all policies only by its seed. */
function playAll(series: readonly number[][], term: SupplyTerm, policyOf: (term: SupplyTerm) => Policy) {
  const runs = series.map((days, at): Simulation => {
    const random = seededRandom(SEED + at)
    const history = days.slice(0, -HELD_OUT_DAYS - WARM_DAYS)
    const recent = history.slice(-28)
    return simulatePolicy({
      ...{ history, wanted: days.slice(-HELD_OUT_DAYS - WARM_DAYS), policy: policyOf(term) },
      leadDays: () => term.leadDays + (term.leadSdDays > 0 ? Math.floor(random() * 3) - 1 : 0),
      ...{ reviewDays: term.reviewDays, shelfLifeDays: term.shelfLifeDays },
      openingUnits: Math.round(
        (recent.reduce((sum, units) => sum + units, 0) / 28) * (term.leadDays + term.reviewDays),
      ),
    })
  })
  // The weeks before those that count only bring each policy's stock to where it keeps it.
  const counted = runs.flatMap(({ days }) => days.slice(-HELD_OUT_DAYS))
  const sum = (of: (day: Simulation['days'][number]) => number) =>
    counted.reduce((all, day) => all + of(day), 0)
  const wanted = sum((day) => day.wanted)
  return {
    stockOutDays: counted.filter((day) => day.sold < day.wanted).length,
    lost: wanted - sum((day) => day.sold),
    fill: sum((day) => day.sold) / wanted,
    stock: sum((day) => day.left) / HELD_OUT_DAYS,
    waste: sum((day) => day.wasted),
    orders: counted.filter((day) => day.arrived > 0).length,
  }
}

const byService = (name: string, items: number, played: readonly Played[]): Table => ({
  title: `Replenishment by the same service level; ${name}; ${items} items, ${HELD_OUT_DAYS} days held out`,
  columns: ['', 'service', 'stock-out days', 'units lost', 'fill %', 'average stock', 'waste', 'deliveries'],
  rows: played.map(({ kind, serviceLevel, stockOutDays, lost, fill, stock, waste, orders }) => [
    ...[kind, serviceLevel, stockOutDays, lost, (100 * fill).toFixed(2), stock.toFixed(0), waste, orders],
  ]),
})

const FILLS = [0.65, 0.7, 0.75, 0.85, 0.9, 0.93]

/** Stock and waste that each policy needs for the same fill rate, between the service levels that were played. */
const byFill = (name: string, played: readonly Played[]): Table => ({
  title: `Replenishment at the same fill rate; ${name}`,
  columns: ['', ...FILLS.flatMap((fill) => [`stock at ${100 * fill} %`, 'waste'])],
  rows: [...new Set(played.map(({ kind }) => kind))].map((kind) => {
    const points = played.filter((point) => point.kind === kind)
    return [kind, ...FILLS.flatMap((fill) => [at(points, fill, 'stock'), at(points, fill, 'waste')])]
  }),
})

function at(points: readonly Played[], fill: number, what: 'stock' | 'waste'): string {
  const above = points.findIndex((point) => point.fill >= fill)
  const [high, low] = [points[above], points[above - 1]]
  if (!high || !low) return 'not reached'
  const share = (fill - low.fill) / (high.fill - low.fill)
  return (low[what] + share * (high[what] - low[what])).toFixed(0)
}

/** Settings are chosen on what ends so many days earlier than the data: then what is held out stays unseen. */
const earlier = (series: number[][]) => {
  const days = Number(process.env.BENCH_DAYS_EARLIER ?? 0)
  return days > 0 ? series.map((units) => units.slice(0, -days)) : series
}

const rowSchema = z.object({
  InvoiceNo: z.string(),
  StockCode: z.string(),
  Quantity: z.string(),
  InvoiceDate: z.string(),
})

/** Units a calendar day of the items that sold most days, cancelled invoices and returns left out. */
function readSeries(file: string): number[][] {
  const units = new Map<string, Map<number, number>>()
  let first = Number.POSITIVE_INFINITY
  let last = 0
  for (const line of parse(gunzipSync(readFileSync(file)), { columns: true, relax_quotes: true })) {
    const row = rowSchema.parse(line)
    const quantity = Number(row.Quantity)
    if (quantity <= 0 || row.InvoiceNo.startsWith('C') || !/^\d/.test(row.StockCode)) continue
    const day = Math.floor(Date.parse(`${row.InvoiceDate.slice(0, 10)}T00:00:00Z`) / DAY_MS)
    first = Math.min(first, day)
    last = Math.max(last, day)
    const days = units.get(row.StockCode) ?? new Map<number, number>()
    days.set(day, (days.get(day) ?? 0) + quantity)
    units.set(row.StockCode, days)
  }
  return [...units.values()]
    .sort((a, b) => b.size - a.size)
    .slice(0, ITEMS)
    .map((days) => Array.from({ length: last - first + 1 }, (_, at) => days.get(first + at) ?? 0))
}
