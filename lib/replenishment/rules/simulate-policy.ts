/** What a policy sees at the end of a day on which it may order: the past up to that day, and the stock by expiry. */
export type Seen = {
  /** Days behind the first one; the day that has ended is the last of `history`. */
  day: number
  history: readonly number[]
  stock: readonly { units: number; expiresInDays: number | null }[]
  onTheWay: readonly { units: number; inDays: number }[]
}
export type Policy = (seen: Seen) => number

export type Simulation = {
  /** Wanted, lost for want of stock, thrown away, received; units. */
  wantedUnits: number
  lostUnits: number
  wastedUnits: number
  receivedUnits: number
  orders: number
  /** Days that ended with units lost. */
  stockOutDays: number
  /** Share of the wanted units that were there: 1 less lost by wanted. */
  fillRate: number
  averageStock: number
  /** Each day: what was wanted, sold, left, thrown away and arrived. */
  days: { wanted: number; sold: number; left: number; wasted: number; arrived: number }[]
}

type Ask = {
  /** Known before the first day that counts. */
  history: readonly number[]
  /** What was wanted on the days that count; the policy sees each only when it is over. */
  wanted: readonly number[]
  policy: Policy
  /** Days from ordering at a day's end to the morning it arrives, at least 1; asked once an order. */
  leadDays: () => number
  reviewDays: number
  shelfLifeDays: number | null
  openingUnits: number
}

/**
 * A policy of ordering played against demand day by day: goods arrive in the morning, first to expire goes first, what is not there is
 * lost (nobody waits), what has expired is thrown away in the evening, then the policy may order. The order of events is that of Silver,
 * Pyke & Thomas (2017), section 6.2, periodic review with lost sales. The policy sees demand, not sales: as if lost demand was told.
 */
export function simulatePolicy(ask: Ask): Simulation {
  const { wanted, policy, leadDays, reviewDays, shelfLifeDays, openingUnits } = ask
  const lastOf = (day: number) => (shelfLifeDays === null ? null : day + shelfLifeDays - 1)
  let shelf = [{ units: openingUnits, lastDay: lastOf(0) }]
  let onTheWay: { units: number; day: number }[] = []
  const history = [...ask.history]
  const days: Simulation['days'] = []
  let orders = 0
  for (const [day, units] of wanted.entries()) {
    const arrivals = onTheWay.filter((order) => order.day <= day)
    onTheWay = onTheWay.filter((order) => order.day > day)
    for (const { units } of arrivals) shelf.push({ units, lastDay: lastOf(day) })
    shelf.sort((a, b) => (a.lastDay ?? Number.POSITIVE_INFINITY) - (b.lastDay ?? Number.POSITIVE_INFINITY))
    const sold = sell(shelf, units)
    const kept = shelf.filter((batch) => batch.units > 0 && (batch.lastDay === null || batch.lastDay > day))
    const wasted = unitsOf(shelf) - unitsOf(kept)
    shelf = kept
    history.push(units)
    days.push({ wanted: units, sold, left: unitsOf(shelf), wasted, arrived: unitsOf(arrivals) })
    if (day % reviewDays !== 0) continue
    const ordered = policy({
      ...{ day, history },
      stock: shelf.map((batch) => ({
        units: batch.units,
        expiresInDays: batch.lastDay === null ? null : batch.lastDay - day - 1,
      })),
      onTheWay: onTheWay.map((order) => ({ units: order.units, inDays: order.day - day - 1 })),
    })
    if (ordered <= 0) continue
    orders += 1
    onTheWay.push({ units: ordered, day: day + Math.max(1, leadDays()) })
  }
  const wantedUnits = wanted.reduce((sum, units) => sum + units, 0)
  const soldUnits = days.reduce((sum, { sold }) => sum + sold, 0)
  return {
    ...{ wantedUnits, orders, days },
    wastedUnits: days.reduce((sum, { wasted }) => sum + wasted, 0),
    lostUnits: wantedUnits - soldUnits,
    receivedUnits: days.reduce((sum, { arrived }) => sum + arrived, 0),
    stockOutDays: days.filter((day) => day.sold < day.wanted).length,
    fillRate: wantedUnits === 0 ? 1 : soldUnits / wantedUnits,
    averageStock: days.length === 0 ? 0 : days.reduce((sum, { left }) => sum + left, 0) / days.length,
  }
}

const unitsOf = (rows: readonly { units: number }[]) => rows.reduce((sum, { units }) => sum + units, 0)

/** Sells from the first batches; answers how many. */
function sell(shelf: { units: number }[], wanted: number): number {
  let left = wanted
  for (const batch of shelf) {
    const taken = Math.min(batch.units, left)
    batch.units -= taken
    left -= taken
  }
  return wanted - left
}
