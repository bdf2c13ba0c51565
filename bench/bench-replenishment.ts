import { type ForecastSeries, forecastPolicy, textbookPolicy } from '@/lib/replenishment/rules/order-policies'
import { plainForecast } from '@/lib/replenishment/rules/plain-forecast'
import { type Policy, type Simulation, simulatePolicy } from '@/lib/replenishment/rules/simulate-policy'
import type { SeriesForecast } from '@/lib/replenishment/schema'
import type { SupplyTerm } from '@/lib/replenishment/supply-schema'
import { seededRandom } from '@/simulate/random'
import { forecastAll } from './measure-forecasts'
import { readRetailDays } from './read-retail-days'
import type { Table } from './tables'

/** The folder that has `online-retail/online-retail-all-days.csv.gz`. */
const FOLDER = process.env.RETAIL_DATA
const ITEMS = Number(process.env.BENCH_ITEMS ?? 198)
const WARM_DAYS = 84
const HELD_OUT_DAYS = 84
const SEED = 20_261_121
const LEVELS = [0.5, 0.7, 0.8, 0.9, 0.95, 0.98]

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

/** Of an item, by its place in the list. */
type PolicyOf = (term: SupplyTerm, item: number) => Policy

/**
 * Policies of ordering played against the last 12 weeks of real daily demand that none of them has seen: the house's rule beside the
 * textbook's, by the same service level and, interpolated, at the same fill rate.
 */
export async function benchReplenishment(): Promise<Table[]> {
  if (!FOLDER) {
    process.stdout.write('replenishment is skipped: RETAIL_DATA names no folder that holds online-retail\n')
    return []
  }
  const series = readSeries(FOLDER)
  const forecasts = forecastsOf(series)
  const plain = onceADay(() => plainForecast)
  const kinds: Record<string, PolicyOf> = {
    'textbook (s,S)': (term) => textbookPolicy(term, 's,S'),
    'textbook (R,S)': (term) => textbookPolicy(term, 'R,S'),
    'Stowline, plain forecast': (term, item) => forecastPolicy(term, plain(item)),
    Stowline: (term, item) => forecastPolicy(term, forecasts(item)),
  }
  return SCENES.flatMap(({ name, term }) => {
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

/** What the house would have forecast of an item each night: made of all items together, once for each day that is asked. */
function forecastsOf(series: readonly number[][]): (item: number) => ForecastSeries {
  const nights = new Map<number, SeriesForecast[]>()
  const madeOn = (days: number): SeriesForecast[] => {
    const made =
      nights.get(days) ??
      forecastAll(
        series.map((units, at) => ({ sku: String(at), units: Float64Array.from(units.slice(0, days)) })),
      )
    nights.set(days, made)
    return made
  }
  return (item) => (history) => madeOn(history.length)[item] ?? { mean: [], sumSd: [] }
}

/** The same forecast of the same item and day is not made anew for each service level. */
function onceADay(of: (item: number) => ForecastSeries): (item: number) => ForecastSeries {
  const made = new Map<string, ReturnType<ForecastSeries>>()
  return (item) => (history) => {
    const key = `${item} ${history.length}`
    const forecast = made.get(key) ?? of(item)(history)
    made.set(key, forecast)
    return forecast
  }
}

type Played = { kind: string; serviceLevel: number } & ReturnType<typeof playAll>

/** Every item played by one policy; each order's lead time is drawn anew, the same for all policies only by its seed. */
function playAll(series: readonly number[][], term: SupplyTerm, policyOf: PolicyOf) {
  const runs = series.map((days, at): Simulation => {
    const random = seededRandom(SEED + at)
    const history = days.slice(0, -HELD_OUT_DAYS - WARM_DAYS)
    const recent = history.slice(-28)
    return simulatePolicy({
      ...{ history, wanted: days.slice(-HELD_OUT_DAYS - WARM_DAYS), policy: policyOf(term, at) },
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

const FILLS = [0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9]

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

/**
 * Units a calendar day of the items that sold on most days. Settings are chosen on what ends BENCH_DAYS_EARLIER days sooner: then
 * what is held out stays unseen.
 */
function readSeries(folder: string): number[][] {
  const soldOn = (units: Float64Array) => units.reduce((days, value) => days + Number(value > 0), 0)
  const end = -Number(process.env.BENCH_DAYS_EARLIER ?? 0) || undefined
  return readRetailDays(folder)
    .map(({ units }) => units)
    .sort((a, b) => soldOn(b) - soldOn(a))
    .slice(0, ITEMS)
    .map((units) => [...units.slice(0, end)])
}
