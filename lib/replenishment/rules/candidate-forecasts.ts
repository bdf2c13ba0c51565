import { capLargeOrders } from './cap-large-orders'
import { tsbRate } from './croston'
import { discountedLevel } from './discounted-level'
import { meanOfDays } from './mean-of-days'
import { seasonalNaive } from './naive'

/** What all items of a site have in common when seen from one day: only what was known by then. */
export type Origin = {
  /** Days of the past. */
  until: number
  /** Of the past and the horizon, see `dayWeights`. */
  weights: Float64Array
  lifts: Float64Array
  /** What the store's level of the last week is to that of the last month. */
  growth: number
}

/** In this order in every list of forecasts or errors. */
export const CANDIDATES = [
  'mean-28',
  'tsb',
  'seasonal-naive',
  'weekdays-7',
  'weekdays-14',
  'weekdays-28',
  'weekdays-56',
  'weekdays-7-growth',
  'weekdays-28-growth',
  'own-weekdays',
  'tsb-weekdays',
] as const

/**
 * Every candidate's forecast for the days behind an origin. `weekdays-n`: a level of half-life n days, wholesale orders cut,
 * times the store's weekdays; `-growth`: times what the store has gained; `own-weekdays`: the item's own weekdays drawn to the
 * store's; `tsb-weekdays`: Teunter, Syntetos and Babai's rate times the store's weekdays.
 * @param values of plain days, filled where the item was short
 * @param from the first day something was wanted
 */
export function candidateForecasts(
  values: Float64Array,
  from: number,
  { until, weights, lifts, growth }: Origin,
  horizon: number,
  isShort?: Uint8Array,
): ArrayLike<number>[] {
  const past = values.subarray(0, until)
  const capped = capLargeOrders(values, from, until, isShort)
  const level = (halfLifeDays: number) => discountedLevel(capped, weights, { from, until, halfLifeDays })
  const [week, fortnight, month, season] = [level(7), level(14), level(28), level(56)]
  const ahead = weights.subarray(until, until + horizon)
  const times = (rate: number) => ahead.map((weight) => rate * weight)
  // Of what is spread evenly, an open day takes the closed ones' part.
  const open = weights.subarray(Math.max(0, until - 28), until).filter((weight) => weight > 0).length
  const onOpenDays = (rate: number) => (open > 0 ? (rate * Math.min(28, until)) / open : rate)
  const forecasts = [
    meanOfDays(past, horizon, 28).map(onOpenDays),
    new Array<number>(horizon).fill(onOpenDays(tsbRate(past))),
    seasonalNaive(past, horizon, 7),
    times(week),
    times(fortnight),
    times(month),
    times(season),
    times(week * growth),
    times(month * growth),
    ownWeekdays(capped, { from, until, ahead }, weights, month),
    times(tsbRate(capped)),
  ]
  // Whatever a method knows of the calendar: where the store is closed nothing is wanted, and a promotion is one to all.
  for (const [step, weight] of ahead.entries()) {
    const lift = lifts[until + step] ?? 1
    if (weight === 0) for (const forecast of forecasts) forecast[step] = 0
    else if (lift !== 1) for (const forecast of forecasts) forecast[step] = (forecast[step] ?? 0) * lift
  }
  return forecasts
}

const OWN_DAYS = 182
/** So many weeks of its own must an item have before its weekdays count half. */
const PRIOR_WEEKS = 26

function ownWeekdays(
  values: Float64Array,
  { from, until, ahead }: { from: number; until: number; ahead: Float64Array },
  weights: Float64Array,
  level: number,
): Float64Array {
  const sums = new Float64Array(7)
  const counts = new Float64Array(7)
  for (let day = Math.max(from, until - OWN_DAYS); day < until; day++) {
    sums[day % 7] = (sums[day % 7] ?? 0) + (values[day] ?? 0)
    counts[day % 7] = (counts[day % 7] ?? 0) + 1
  }
  const means = sums.map((sum, place) => sum / Math.max(1, counts[place] ?? 0))
  const mean = means.reduce((total, value) => total + value, 0) / 7
  return ahead.map((weight, step) => {
    const place = (until + step) % 7
    const usual = weights[until - 7 + (step % 7)] ?? weight
    if (mean <= 0 || weight === 0 || usual === 0) return level * weight
    const weeks = counts[place] ?? 0
    const own = (means[place] ?? 0) / mean / usual
    return level * weight * ((weeks * own + PRIOR_WEEKS) / (weeks + PRIOR_WEEKS))
  })
}
