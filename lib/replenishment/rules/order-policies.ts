import type { SupplyTerm } from '../supply-schema'
import type { DemandAhead } from './demand-ahead'
import { normalQuantile } from './demand-quantile'
import { reorderQuantity } from './reorder-quantity'
import type { Policy, Seen } from './simulate-policy'

export type ForecastSeries = (history: readonly number[]) => DemandAhead

/** Orders what the house proposes, from a forecast of the past it sees. */
export const forecastPolicy =
  (terms: SupplyTerm, forecastSeries: ForecastSeries): Policy =>
  ({ history, stock, onTheWay }) =>
    reorderQuantity({
      ...{ demand: forecastSeries(history), stock, onTheWay, weekday: 1 },
      // Ordered in the evening: the lead time's first day is tomorrow.
      terms: { ...terms, leadDays: Math.max(0, terms.leadDays - 1), orderWeekdays: [] },
    }).quantity

const DAYS = 28

/** Mean and standard deviation of the last 28 days, days taken as independent and normal; see `textbookPolicy`. */
function textbookLevels({ history }: Seen, { leadDays, leadSdDays, reviewDays, serviceLevel }: SupplyTerm) {
  const recent = history.slice(-DAYS)
  const mean = recent.reduce((sum, units) => sum + units, 0) / Math.max(1, recent.length)
  const variance =
    recent.reduce((sum, units) => sum + (units - mean) ** 2, 0) / Math.max(1, recent.length - 1)
  const span = leadDays - 1 + reviewDays
  const sd = Math.sqrt(span * variance + (mean * leadSdDays) ** 2)
  return { mean, point: mean * span + normalQuantile(serviceLevel) * sd }
}

const inPacks = (units: number, { packUnits, minimumPacks }: SupplyTerm) =>
  units > 0 ? Math.max(minimumPacks, Math.ceil(units / packUnits)) * packUnits : 0
const positionOf = ({ stock, onTheWay }: Seen) =>
  [...stock, ...onTheWay].reduce((sum, { units }) => sum + units, 0)

/**
 * The textbook's order point from the mean and the spread of 28 days (Silver, Pyke & Thomas, 2017, chapter 6): `s,S` orders a cycle's mean
 * beyond the point once the position is at or below it, `R,S` fills up to the point at each review.
 */
export const textbookPolicy =
  (terms: SupplyTerm, kind: 's,S' | 'R,S'): Policy =>
  (seen) => {
    const { mean, point } = textbookLevels(seen, terms)
    const missing = point - positionOf(seen)
    if (kind === 'R,S') return inPacks(missing, terms)
    return missing < 0 ? 0 : inPacks(missing + mean * terms.reviewDays, terms)
  }
