import type { RouteVisit } from '../schema'

export type Need = { orderNumber: string; lineNumber: number; sku: string; quantity: number }
/** A stop of a tour: units of an order line out of a stock line, in walking order. */
export type SharedStop = Need & { stockLineId: number }

/**
 * Gives what a walk takes to the orders that need it, in walking order: at each bin first the order whose need is exactly
 * what is left there, else the largest need, so that few orders' lines are split.
 * @param skuOf the SKU of a visit's stop; visits name stock lines as their bins
 */
export function shareVisits(
  visits: RouteVisit[],
  needs: Need[],
  skuOf: (stop: string) => string,
): SharedStop[] {
  const open = needs.map((need) => ({ ...need }))
  const stops: SharedStop[] = []
  for (const { stop, bin, qty } of visits) {
    const sku = skuOf(stop)
    for (let left = qty; left > 0; ) {
      const waiting = open.filter((need) => need.sku === sku && need.quantity > 0)
      const need =
        waiting.find(({ quantity }) => quantity === left) ??
        waiting.sort((a, b) => b.quantity - a.quantity || (a.orderNumber < b.orderNumber ? -1 : 1))[0]
      if (!need) throw new Error(`the walk takes ${left} of ${sku} that no order needs`)
      const quantity = Math.min(left, need.quantity)
      need.quantity -= quantity
      left -= quantity
      addTo(stops, { ...need, quantity, stockLineId: Number(bin) })
    }
  }
  return stops
}

// A bin that two parts of a need lead to is one stop for an order.
function addTo(stops: SharedStop[], stop: SharedStop): void {
  const same = stops.find(
    (other) => other.stockLineId === stop.stockLineId && other.orderNumber === stop.orderNumber,
  )
  if (same) same.quantity += stop.quantity
  else stops.push(stop)
}
