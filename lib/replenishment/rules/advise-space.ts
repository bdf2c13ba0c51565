import type { SpaceAdvice } from '../space-schema'

export type SpaceFacts = {
  sku: string
  name: string
  department: string
  dailyUnits: number
  unitVolumeMl: number
  bins: number
  /** Mean of the bins it lies in. */
  binVolumeMl: number
  reviewDays: number
}

/** Of a bin that is used in practice: units do not fill every corner. */
const USABLE = 0.85
/** Fewer than so many days of sales in full bins, and somebody comes again and again. */
const FEWEST_DAYS = 3
/** More than so many reviews' sales, and others could use the room. */
const MOST_REVIEWS = 6
const LEAST_MOST_DAYS = 28
/** At most so many bins are advised for one item at a time: what changes is looked at again before it changes more. */
const MOST_STEP = 2
const WEEK = 7

/**
 * Whether an item deserves more or fewer bins: its bins, when full, are to hold from three days of sales up to what sells in six reviews (at
 * least four weeks). That more room also sells more is left out: the space elasticity found for grocery is 0.17 on average (Eisend, 2014,
 * Journal of Retailing), 2 % more sales for a tenth more room, and buyers of an order do not see the bin. Null: it is right as it is.
 */
export function adviseSpace(item: SpaceFacts): SpaceAdvice | null {
  const { sku, name, department, dailyUnits, unitVolumeMl, bins, binVolumeMl, reviewDays } = item
  const unitsABin = Math.floor((binVolumeMl * USABLE) / unitVolumeMl)
  if (dailyUnits <= 0 || bins === 0 || unitsABin === 0) return null
  const daysABin = unitsABin / dailyUnits
  const fullDays = bins * daysABin
  const mostDays = Math.max(LEAST_MOST_DAYS, MOST_REVIEWS * reviewDays)
  const needed = Math.max(1, Math.ceil(FEWEST_DAYS / daysABin))
  const most = Math.max(1, Math.ceil(mostDays / daysABin))
  const right =
    bins < needed ? Math.min(needed, bins + MOST_STEP) : bins > most ? Math.max(most, bins - MOST_STEP) : bins
  if (right === bins) return null
  const tripsAWeek = WEEK / fullDays
  const because =
    right > bins
      ? `Its ${binWords(bins)} hold ${fullDays.toFixed(1)} days of sales, so that somebody fills up ${tripsAWeek.toFixed(1)} times a week; ${binWords(right)} make that ${((tripsAWeek * bins) / right).toFixed(1)}.`
      : `Its ${binWords(bins)} would hold ${spanWords(fullDays)} of sales; ${binWords(right)} still ${right === 1 ? 'holds' : 'hold'} ${spanWords(right * daysABin)}.`
  return { sku, name, department, dailyUnits, bins, fullDays, tripsAWeek, advisedBins: right, because }
}

const YEAR_DAYS = 365

/** Of what hardly sells nobody wants to hear how many centuries it would last. */
const spanWords = (days: number): string =>
  days > YEAR_DAYS ? 'more than a year' : `${Math.round(days)} days`
const binWords = (count: number): string => (count === 1 ? '1 bin' : `${count} bins`)
