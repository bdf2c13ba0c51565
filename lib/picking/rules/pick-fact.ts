type Tour = { site_id: string; started_at: Date }
type Stop = { sku: string; bin: string; lot: string; orderNumber: string }

/**
 * The data of the `picked` event that a pick owes. When it was seen is what the phone says, but neither before the tour nor
 * in the future: a wrong clock must not make the ledger refuse what lies in the tote.
 */
export function pickFact(
  tour: Tour,
  stop: Stop,
  { quantity, at, now }: { quantity: number; at: string; now: Date },
) {
  const seen = Math.min(Math.max(Date.parse(at), tour.started_at.getTime()), now.getTime())
  return {
    ...{ site: tour.site_id, sku: stop.sku, quantity, bin: stop.bin, orderNumber: stop.orderNumber },
    ...(stop.lot ? { lot: stop.lot } : {}),
    observedAt: new Date(seen).toISOString(),
  }
}
