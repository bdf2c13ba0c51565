import type { RouteLayout, RoutePlace } from '../schema'

/** A hall as its plan says; lengths in metres. Rows are the cross aisles, front to back. */
export type FloorHall = {
  crossYMetres: number[]
  aisles: { code: string; xMetres: number; direction: 'both' | 'up' | 'down' }[]
  /** A stretch of an aisle, or with `crossRow` of that cross aisle between this aisle and the next to its right. */
  blocks: { aisle: string; crossRow: number | null; fromYMetres: number | null; toYMetres: number | null }[]
}

/** The walking graph of a hall, and where its bins and stations lie on it. */
export type WalkingHall = {
  layout: RouteLayout
  placeOfBin(bin: { aisle: string; yMetres: number }): RoutePlace | null
  placeOfStation(station: { xMetres: number; yMetres: number }): RoutePlace
}

/**
 * The walking graph of a hall. Aisles with the same centre line are one; a bin of an unknown aisle has no place; a
 * station stands where its nearest aisle crosses its nearest cross aisle.
 */
export function walkingGraph({ crossYMetres, aisles, blocks }: FloorHall): WalkingHall {
  const aisleX = [...new Set(aisles.map((aisle) => aisle.xMetres))].sort((a, b) => a - b)
  const crossY = [...new Set(crossYMetres)].sort((a, b) => a - b)
  const indexOf = new Map(aisles.map((aisle) => [aisle.code, aisleX.indexOf(aisle.xMetres)]))
  const first = crossY[0] ?? 0
  const last = crossY.at(-1) ?? 0
  const layout: RouteLayout = {
    aisleX,
    crossY,
    blocked: { aisle: [], cross: [] },
    oneWay: { aisle: {}, cross: {} },
  }
  for (const { code, direction } of aisles)
    if (direction !== 'both') layout.oneWay.aisle[String(indexOf.get(code))] = direction === 'up' ? 1 : -1
  for (const { aisle, crossRow, fromYMetres, toYMetres } of blocks) {
    const at = indexOf.get(aisle)
    if (at === undefined) continue
    if (crossRow !== null) layout.blocked.cross.push([crossRow, at])
    else layout.blocked.aisle.push([at, fromYMetres ?? first, toYMetres ?? last])
  }
  return {
    layout,
    placeOfBin: ({ aisle, yMetres }) => {
      const at = indexOf.get(aisle)
      return at === undefined ? null : { aisle: at, y: yMetres }
    },
    placeOfStation: ({ xMetres, yMetres }) => ({
      aisle: nearest(aisleX, xMetres),
      y: crossY[nearest(crossY, yMetres)] ?? first,
    }),
  }
}

function nearest(values: number[], wanted: number): number {
  let best = 0
  values.forEach((value, at) => {
    if (Math.abs(value - wanted) < Math.abs((values[best] ?? 0) - wanted)) best = at
  })
  return best
}
