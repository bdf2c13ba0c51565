export type OpenOrder = {
  id: string
  site: string
  sku: string
  quantity: number
  receivedUnits: number
  sentAtMs: number
}
export type Receipt = { site: string; sku: string; units: number; atMs: number }

/**
 * Which orders have how many units in all after some receipts: each fills the oldest order of its SKU that was sent before it came, then
 * the next; what is left over was not ordered.
 * @param open in the order in which they were sent
 */
export function matchOldestFirst(
  open: readonly OpenOrder[],
  receipts: readonly Receipt[],
): { id: string; units: number }[] {
  const keyOf = ({ site, sku }: { site: string; sku: string }) => JSON.stringify([site, sku])
  const waiting = new Map<string, (OpenOrder & { units: number })[]>()
  for (const order of open) {
    const key = keyOf(order)
    waiting.set(key, [...(waiting.get(key) ?? []), { ...order, units: order.receivedUnits }])
  }
  for (const receipt of receipts) {
    let left = receipt.units
    for (const order of waiting.get(keyOf(receipt)) ?? []) {
      if (order.sentAtMs > receipt.atMs || left === 0) break
      const taken = Math.min(left, order.quantity - order.units)
      order.units += taken
      left -= taken
    }
  }
  return [...waiting.values()]
    .flat()
    .filter(({ units, receivedUnits }) => units > receivedUnits)
    .map(({ id, units }) => ({ id, units }))
}
