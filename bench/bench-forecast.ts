import type { DemandSeries, SeriesForecast } from '@/lib/replenishment/schema'
import { seededRandom } from '@/simulate/random'
import { errorsOf, forecastAll, HORIZON, pastOf, SIMPLE } from './measure-forecasts'
import { RETAIL_DAYS, type RetailSeries, readRetailDays, sum, topItems } from './read-retail-days'
import type { Table } from './tables'

const PAST_DAYS = RETAIL_DAYS - HORIZON
/** Earlier days to stand on, all of whose horizons lie in the past: what methods were chosen by. */
const EARLIER = [1, 2, 3].map((times) => PAST_DAYS - times * HORIZON)
const SERIES = Number(process.env.BENCH_SERIES ?? 20_000)
const YEAR = 365

/**
 * Errors of the forecast beside those of the simple methods, on what a shop really sold: the last 28 of 374 days held out, which
 * nothing was chosen by. RETAIL_DATA names the folder that holds `online-retail`.
 */
export async function benchForecast(): Promise<Table[]> {
  const folder = process.env.RETAIL_DATA
  if (!folder) {
    process.stdout.write('the forecast is skipped: RETAIL_DATA names no folder that holds online-retail\n')
    return []
  }
  const all = readRetailDays(folder)
  return [
    bySku(topItems(all, PAST_DAYS)),
    bandsOf(topItems(all, PAST_DAYS)),
    ofTheStore(all),
    withShortDays(topItems(all, PAST_DAYS)),
    inTime(all),
  ]
}

function bySku(items: RetailSeries[]): Table {
  const forecasts = forecastAll(pastOf(items, PAST_DAYS))
  const ours = errorsOf(items, PAST_DAYS, (_, __, at) => forecasts[at]?.mean ?? [])
  const before = EARLIER.map((days) => {
    const then = forecastAll(pastOf(items, days))
    return errorsOf(items, days, (_, __, at) => then[at]?.mean ?? [])
  })
  const earlier = (errors: { mean: number; weighted: number }[]) =>
    ['mean', 'weighted'].map((key) =>
      (sum(errors.map((one) => one[key as 'mean'])) / errors.length).toFixed(3),
    )
  const rows = SIMPLE.map(({ name, method, known }) => {
    const { mean, weighted } = errorsOf(items, PAST_DAYS, (_, past) => method(past))
    const errors = EARLIER.map((days) => errorsOf(items, days, (_, past) => method(past)))
    return [name, mean.toFixed(4), weighted.toFixed(4), known, ...earlier(errors)]
  })
  return {
    title: `Forecast of ${items.length} items, 28 days: RMSSE (M5) on the held-out days, and over three earlier origins`,
    columns: ['', 'mean', 'by revenue', 'measured before', 'earlier mean', 'by revenue'],
    rows: [...rows, ['ours', ours.mean.toFixed(4), ours.weighted.toFixed(4), '', ...earlier(before)]],
  }
}

const SPANS = [7, 14, 28]
const LEVEL_95 = 1.645

/** What the bands and the deviations of sums promise, and how often it came so. */
function bandsOf(items: RetailSeries[]): Table {
  const row = (name: string, days: number) => {
    const forecasts = forecastAll(pastOf(items, days))
    const below = SPANS.map((span) => {
      const kept = items.filter(({ units }, at) => {
        const { mean = [], sumSd = [] } = forecasts[at] ?? {}
        const most = sum(mean.slice(0, span)) + LEVEL_95 * (sumSd[span - 1] ?? 0)
        return sum(units.subarray(days, days + span)) <= most
      })
      return (100 * (kept.length / items.length)).toFixed(1)
    })
    return [name, (100 * coverage(items, forecasts, days)).toFixed(1), ...below]
  }
  return {
    title: `In 100: days within the 80 % band; items whose demand of so many days is below mean + ${LEVEL_95} sumSd (95 if normal)`,
    columns: ['', 'in the band', ...SPANS.map((span) => `${span} days`)],
    rows: [
      ...EARLIER.map((days, at) => row(`${(at + 1) * HORIZON} days earlier`, days)),
      row('held out', PAST_DAYS),
    ],
  }
}

function coverage(items: RetailSeries[], forecasts: SeriesForecast[], pastDays: number): number {
  let days = 0
  let within = 0
  for (const [at, { units }] of items.entries())
    for (const [step, mean] of (forecasts[at]?.mean ?? []).entries()) {
      if (mean < 1e-9) continue
      const actual = units[pastDays + step] ?? 0
      days++
      if (actual >= (forecasts[at]?.lower[step] ?? 0) && actual <= (forecasts[at]?.upper[step] ?? 0)) within++
    }
  return within / days
}

function ofTheStore(all: RetailSeries[]): Table {
  const units = new Float64Array(RETAIL_DAYS)
  for (const item of all)
    for (let day = 0; day < RETAIL_DAYS; day++) units[day] = (units[day] ?? 0) + (item.units[day] ?? 0)
  const store = [{ sku: 'store', units, meanPrice: 1, revenue: 1 }]
  const sums = forecastAll(pastOf(all, PAST_DAYS))
  const added = Array.from({ length: HORIZON }, (_, step) => sum(sums.map(({ mean }) => mean[step] ?? 0)))
  const [own] = forecastAll(pastOf(store, PAST_DAYS))
  const rows = SIMPLE.map(({ name, method, knownTotal = '' }) => [
    name,
    errorsOf(store, PAST_DAYS, (_, past) => method(past)).mean.toFixed(3),
    knownTotal,
  ])
  return {
    title: `The store as a whole: units of ${all.length} items a day, RMSSE on the held-out days`,
    columns: ['', 'RMSSE', 'measured before'],
    rows: [
      ...rows,
      [
        'ours, of the store as one series',
        errorsOf(store, PAST_DAYS, () => own?.mean ?? []).mean.toFixed(3),
        '',
      ],
      ['ours, all items added up', errorsOf(store, PAST_DAYS, () => added).mean.toFixed(3), ''],
    ],
    note: `as one series: ${own?.method}`,
  }
}

/** Runs of days on which an item was out of stock and nothing was sold, one in eight days; the same forecast without them is the truth. */
function withShortDays(items: RetailSeries[]): Table {
  const random = seededRandom(7)
  const whole = pastOf(items, PAST_DAYS)
  const short = whole.map(({ sku, units }): Required<DemandSeries> => {
    const isShort = new Uint8Array(units.length)
    for (let day = 0; day < units.length; day++)
      if (random() < 0.025)
        for (const end = Math.min(units.length, day + 5); day < end; day++) isShort[day] = 1
    return { sku, isShort, units: units.map((value, day) => (isShort[day] ? 0 : value)) }
  })
  const total = (series: DemandSeries[]) => sum(forecastAll(series).map(({ mean }) => sum(mean)))
  const truth = total(whole)
  const row = (name: string, series: DemandSeries[]) => {
    const forecasts = forecastAll(series)
    const { mean } = errorsOf(items, PAST_DAYS, (_, __, at) => forecasts[at]?.mean ?? [])
    return [name, `${(100 * (total(series) / truth - 1)).toFixed(1)} %`, mean.toFixed(4)]
  }
  const share = sum(short.map(({ isShort }) => sum(isShort))) / (short.length * PAST_DAYS)
  return {
    title: `A zero is not taken for no demand: ${(100 * share).toFixed(0)} in 100 days made short, nothing sold on them`,
    columns: ['', 'bias of the 28 days', 'RMSSE mean'],
    rows: [
      row('nothing short', whole),
      row('short days marked', short),
      row(
        'short days taken for zeros',
        short.map(({ sku, units }) => ({ sku, units })),
      ),
    ],
  }
}

function inTime(all: RetailSeries[]): Table {
  const series = Array.from({ length: SERIES }, (_, at): DemandSeries => {
    const units = all[at % all.length]?.units.subarray(RETAIL_DAYS - YEAR) ?? new Float64Array(YEAR)
    return { sku: String(at), units: Float64Array.from(units) }
  })
  const startedMs = performance.now()
  forecastAll(series)
  const seconds = (performance.now() - startedMs) / 1_000
  return {
    title: `Time on one core: ${SERIES} items, a year of days each, backtest included`,
    columns: ['', 's', 'ms an item'],
    rows: [['forecast', seconds.toFixed(1), ((1_000 * seconds) / SERIES).toFixed(2)]],
  }
}
