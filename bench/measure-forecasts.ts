import { crostonRate, sbaRate, tsbRate } from '@/lib/replenishment/rules/croston'
import { forecastSite } from '@/lib/replenishment/rules/forecast-site'
import { meanOfDays, weekdayMeans } from '@/lib/replenishment/rules/mean-of-days'
import { naive, seasonalNaive } from '@/lib/replenishment/rules/naive'
import { rmsse } from '@/lib/replenishment/rules/scaled-error'
import { modestSmoothing } from '@/lib/replenishment/rules/simple-smoothing'
import type { DemandSeries, SeriesForecast } from '@/lib/replenishment/schema'
import { type RetailSeries, sum } from './read-retail-days'

export const HORIZON = 28
type Method = (past: Float64Array) => ArrayLike<number>

const flat = (rate: number) => new Float64Array(HORIZON).fill(rate)
/** A level starts at the first day something was wanted. */
const sinceFirst = (past: Float64Array) =>
  past.subarray(
    Math.max(
      0,
      past.findIndex((value) => value > 0),
    ),
  )

/** What is compared with, each with the mean and weighted error that an earlier, independent measurement found. */
export const SIMPLE: { name: string; method: Method; known: string; knownTotal?: string }[] = [
  { name: 'zero', method: () => flat(0), known: '.9463 / 1.2938' },
  { name: 'naive', method: (past) => naive(past, HORIZON), known: '.8778 / 1.1060', knownTotal: '1.535' },
  {
    name: 'seasonal naive, 7 days',
    method: (past) => seasonalNaive(past, HORIZON, 7),
    ...{ known: '.9303 / 1.2027', knownTotal: '1.186' },
  },
  {
    name: 'mean of 28 days',
    method: (past) => meanOfDays(past, HORIZON, 28),
    ...{ known: '.7749 / 1.0015', knownTotal: '1.578' },
  },
  {
    name: 'weekday means, 4 weeks',
    method: (past) => weekdayMeans(past, HORIZON, 4),
    ...{ known: '.7940 / 1.0220', knownTotal: '1.227' },
  },
  {
    name: 'SES, alpha .1 to .3',
    method: (past) => flat(modestSmoothing(sinceFirst(past)).level),
    known: '.7899 / 1.0215',
  },
  { name: 'Croston', method: (past) => flat(crostonRate(sinceFirst(past))), known: '.7801 / 1.0050' },
  { name: 'SBA', method: (past) => flat(sbaRate(sinceFirst(past))), known: '.7790 / 1.0054' },
  { name: 'TSB', method: (past) => flat(tsbRate(past)), known: '.7772 / 1.0025' },
]

/** The mean error over items, and the one weighted by what their last four weeks of the past brought at their mean price. */
export function errorsOf(
  items: readonly RetailSeries[],
  pastDays: number,
  forecastOf: (item: RetailSeries, past: Float64Array, at: number) => ArrayLike<number>,
): { mean: number; weighted: number } {
  const errors: { error: number; weight: number }[] = []
  for (const [at, item] of items.entries()) {
    const past = item.units.subarray(0, pastDays)
    const actual = item.units.subarray(pastDays, pastDays + HORIZON)
    const error = rmsse(past, actual, forecastOf(item, past, at))
    if (error !== null) errors.push({ error, weight: sum(past.subarray(-28)) * item.meanPrice })
  }
  const weight = sum(errors.map((one) => one.weight))
  return {
    mean: sum(errors.map(({ error }) => error)) / errors.length,
    weighted: sum(errors.map((one) => one.error * one.weight)) / weight,
  }
}

/** Forecasts of a site whose days have no calendar, thought through in one go. */
export function forecastAll(series: DemandSeries[]): SeriesForecast[] {
  const days = series[0]?.units.length ?? 0
  const kinds = new Array<null>(days + HORIZON).fill(null)
  const work = forecastSite({ series, kinds, horizon: HORIZON })
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value
}

/** The items as they were known after so many days. */
export const pastOf = (items: readonly RetailSeries[], pastDays: number): DemandSeries[] =>
  items.map(({ sku, units }) => ({ sku, units: units.slice(0, pastDays) }))
