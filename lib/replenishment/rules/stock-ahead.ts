import { type DemandAhead, meanOn } from './demand-ahead'

/** Units that may be sold up to the day so many days from today (0 is today); null keeps. */
export type Batch = { units: number; expiresInDays: number | null }
export type Arrival = { units: number; inDays: number }

export type StockAhead = {
  /** Units there and arriving in these days that do not expire in them unsold. */
  usableUnits: number
  wastedUnits: number
  /** The first day whose demand is not met whole; null: every one is. */
  stockOutInDays: number | null
  /** Days that are met, the last one in part. */
  coverDays: number
  /** What is left at each day's end. */
  left: number[]
}

const ALMOST = 1e-9
const byExpiry = (a: Batch, b: Batch) =>
  (a.expiresInDays ?? Number.POSITIVE_INFINITY) - (b.expiresInDays ?? Number.POSITIVE_INFINITY)

/**
 * What becomes of the stock day by day when the mean is wanted and nothing more is ordered: first to expire goes first,
 * what nobody wanted in its time is waste. Arrivals come before a day's demand.
 */
export function stockAhead(
  ask: {
    demand: DemandAhead
    stock: readonly Batch[]
    onTheWay: readonly Arrival[]
    shelfLifeDays: number | null
  },
  days: number,
): StockAhead {
  const { demand, onTheWay, shelfLifeDays } = ask
  let shelf = ask.stock
    .filter(({ units }) => units > 0)
    .map((batch) => ({ ...batch }))
    .sort(byExpiry)
  const ahead: StockAhead = { usableUnits: 0, wastedUnits: 0, stockOutInDays: null, coverDays: 0, left: [] }
  for (let day = 0; day < days; day++) {
    for (const { units, inDays } of onTheWay)
      if (inDays === day && units > 0)
        shelf.push({ units, expiresInDays: shelfLifeDays === null ? null : day + shelfLifeDays - 1 })
    shelf.sort(byExpiry)
    const good = shelf.filter(({ expiresInDays }) => expiresInDays === null || expiresInDays >= day)
    ahead.wastedUnits += unitsOf(shelf) - unitsOf(good)
    const wanted = meanOn(demand, day)
    const missing = take(good, wanted)
    shelf = good.filter(({ units }) => units > 0)
    if (ahead.stockOutInDays === null) {
      ahead.coverDays += wanted > 0 ? 1 - missing / wanted : 1
      if (missing > ALMOST) ahead.stockOutInDays = day
    }
    ahead.left.push(unitsOf(shelf))
  }
  const last = shelf.filter(({ expiresInDays }) => expiresInDays === null || expiresInDays >= days)
  ahead.wastedUnits += unitsOf(shelf) - unitsOf(last)
  const arriving = onTheWay.reduce((sum, { units, inDays }) => sum + (inDays < days ? units : 0), 0)
  ahead.usableUnits = unitsOf(ask.stock) + arriving - ahead.wastedUnits
  return ahead
}

const unitsOf = (batches: readonly { units: number }[]) => batches.reduce((sum, { units }) => sum + units, 0)

/** Takes from the first batches what is there; answers what is missing. */
function take(batches: { units: number }[], wanted: number): number {
  let missing = wanted
  for (const batch of batches) {
    const taken = Math.min(batch.units, missing)
    batch.units -= taken
    missing -= taken
    if (missing <= 0) break
  }
  return missing
}
