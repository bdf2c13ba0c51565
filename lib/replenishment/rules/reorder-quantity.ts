import type { Outlook } from '../reorder-schema'
import type { SupplyTerm } from '../supply-schema'
import { type DemandAhead, meanOver, sdOver } from './demand-ahead'
import { demandQuantile } from './demand-quantile'
import { daysToNextOrder, takesOrders } from './order-days'
import { type Arrival, type Batch, stockAhead } from './stock-ahead'

export type ReorderAsk = {
  demand: DemandAhead
  /** Available now, by the day it expires. */
  stock: readonly Batch[]
  /** Ordered and not yet here. */
  onTheWay: readonly Arrival[]
  terms: SupplyTerm
  /** Of today, 1 Monday to 7 Sunday. */
  weekday: number
}

/** What is ordered sells before it expires with this chance: more, and lumpy items are hardly ordered at all. */
const SELLS_IN_TIME = 0.5
/** How far ahead a stock-out is looked for, in days. */
const HORIZON = 28

/**
 * What to order of a SKU today: periodic review, whole packs, (R, s, nQ). The order has to last until the next one arrives,
 * which is the review and the lead time away: the target is the quantile of the demand of that span at the cycle service
 * level, whose spread has the lead time's in it (variance of demand over the span + (daily mean x spread of the lead time)
 * squared; Silver, Pyke & Thomas, Inventory and Production Management, 2017, section 6.10), and at least one unit of what is
 * wanted at all. Against it count the units there and on the way that do not expire before they are wanted. Of what expires
 * no more is ordered than sells in time more likely than not.
 * The quantity is never negative, whole packs, at least the minimum or nothing, nothing when the target is met, and never
 * grows with stock nor shrinks with demand.
 */
export function reorderQuantity({ demand, stock, onTheWay, terms, weekday }: ReorderAsk): Outlook {
  const { serviceLevel, packUnits, minimumPacks, shelfLifeDays } = terms
  const leadDays = Math.ceil(terms.leadDays)
  const spanDays = leadDays + daysToNextOrder(terms, weekday)
  const wantedUnits = meanOver(demand, spanDays)
  const leadSd = (wantedUnits / spanDays) * terms.leadSdDays
  const sd = Math.hypot(sdOver(demand, spanDays), leadSd)
  const targetUnits = wantedUnits > 0 ? Math.max(1, demandQuantile(wantedUnits, sd, serviceLevel)) : 0
  const there = { demand, stock, onTheWay, shelfLifeDays }
  const { usableUnits, wastedUnits } = stockAhead(there, spanDays)
  const far = stockAhead(there, Math.max(HORIZON, spanDays))
  const missing = Math.max(0, targetUnits - usableUnits)
  const packs = missing > ALMOST ? Math.max(minimumPacks, Math.ceil((missing - ALMOST) / packUnits)) : 0
  const mostPacks = Math.floor(sellsInTime(there, leadDays) / packUnits)
  const isTooMany = packs > mostPacks
  const bought = isTooMany ? (mostPacks >= minimumPacks ? mostPacks : 0) : packs
  const isOpen = takesOrders(terms, weekday)
  return {
    quantity: isOpen ? bought * packUnits : 0,
    held: packs === 0 ? 'covered' : isOpen ? (isTooMany ? 'shelf-life' : null) : 'no-order-day',
    ...{ leadDays, spanDays, wantedUnits, targetUnits, usableUnits, wastedUnits },
    safetyUnits: Math.max(0, targetUnits - wantedUnits),
    availableUnits: sumOf(stock),
    onTheWayUnits: sumOf(onTheWay),
    stockOutInDays: far.stockOutInDays,
    coverDays: far.coverDays,
    orderInDays: far.stockOutInDays === null ? null : far.stockOutInDays - leadDays,
    dailyUnits: wantedUnits / spanDays,
  }
}

const ALMOST = 1e-6
const sumOf = (rows: readonly { units: number }[]) => rows.reduce((sum, { units }) => sum + units, 0)

/** Units of an order of today that sell before they expire, behind what is sold before them. */
function sellsInTime(there: Parameters<typeof stockAhead>[0], leadDays: number): number {
  const { demand, shelfLifeDays } = there
  if (shelfLifeDays === null) return Number.POSITIVE_INFINITY
  const days = leadDays + shelfLifeDays
  const sold = demandQuantile(meanOver(demand, days), sdOver(demand, days), 1 - SELLS_IN_TIME)
  return Math.max(0, sold - stockAhead(there, days).usableUnits)
}
