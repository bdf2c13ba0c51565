/** How many totes an order of this volume takes; a volume beyond one tote is not packed perfectly, but nearly. */
export const totesFor = (volumeMl: number, toteVolumeMl: number): number =>
  Math.max(1, Math.ceil(volumeMl / toteVolumeMl))

/**
 * Slots of the cart by stop: each order has so many totes of its own as its volume takes, filled in walking order; what
 * the last one cannot hold lies on top of it.
 * @returns by stop its slot, from 1; and by slot its order
 */
export function fillTotes(
  stops: { orderNumber: string; volumeMl: number }[],
  toteVolumeMl: number,
): { slots: number[]; orders: string[] } {
  const volumes = new Map<string, number>()
  for (const { orderNumber, volumeMl } of stops)
    volumes.set(orderNumber, (volumes.get(orderNumber) ?? 0) + volumeMl)
  const orders: string[] = []
  const totesOf = new Map<string, number[]>()
  for (const [orderNumber, volumeMl] of volumes) {
    const totes = Array.from({ length: totesFor(volumeMl, toteVolumeMl) }, () => orders.push(orderNumber))
    totesOf.set(orderNumber, totes)
  }
  const filled = new Map<string, number>()
  const slots = stops.map(({ orderNumber, volumeMl }) => {
    const totes = totesOf.get(orderNumber) ?? []
    const before = filled.get(orderNumber) ?? 0
    filled.set(orderNumber, before + volumeMl)
    return totes[Math.min(totes.length - 1, Math.floor((before + volumeMl / 2) / toteVolumeMl))] ?? 1
  })
  return { slots, orders }
}
