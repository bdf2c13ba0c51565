import type { Progress } from '../schema'

type Facts = {
  order: {
    currency: string
    unitCount: number
    lines: { lineNumber: number; sku: string; name: string; quantity: number; unitPriceMinor: number }[]
  }
  bins: { lineNumber: number; bin: string; quantity: number }[]
  picks: {
    stops: { lineNumber: number; bin: string; tote: string; picked: number; released: number }[]
  } | null
  shipments: { id: string; carrier: string; handedOverAt: Date | null; lines: { quantity: number }[] }[]
  lostUnits: number
}

/** Units of an order by how far they are; none is counted for what was given up. */
export function progressOf({ order, bins, picks, shipments, lostUnits }: Facts): Progress {
  const units = (some: Facts['shipments']) =>
    sum(some.flatMap(({ lines }) => lines.map(({ quantity }) => quantity)))
  return {
    ordered: order.unitCount,
    held: sum(bins.map(({ quantity }) => quantity)),
    lost: lostUnits,
    picked: sum((picks?.stops ?? []).map(({ picked }) => picked)),
    packed: units(shipments),
    shipped: units(shipments.filter(({ handedOverAt }) => handedOverAt !== null)),
  }
}

export const parcelsOf = ({ shipments }: Facts) =>
  shipments.map(({ id, carrier, handedOverAt }) => ({
    parcel: id,
    carrier,
    handedOverAt: handedOverAt?.toISOString() ?? null,
  }))

/** The lines with the bins they are held in, and what was taken for them. */
export const linesOf = ({ order, bins, picks }: Facts) =>
  order.lines.map(({ lineNumber, sku, name, quantity, unitPriceMinor }) => ({
    ...{ lineNumber, sku, name, quantity },
    unitPrice: { amount: unitPriceMinor, currency: order.currency },
    bins: bins.filter((bin) => bin.lineNumber === lineNumber).map(({ bin, quantity }) => ({ bin, quantity })),
    picks: (picks?.stops ?? [])
      .filter((stop) => stop.lineNumber === lineNumber && (stop.picked > 0 || stop.released > 0))
      .map(({ bin, tote, picked, released }) => ({ bin, tote, picked, missing: released })),
  }))

const sum = (numbers: number[]): number => numbers.reduce((total, one) => total + one, 0)
