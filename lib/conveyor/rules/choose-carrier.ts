import { PACKING } from '../parcel-schema'
import type { Lane, Topology } from '../topology-schema'

/** The lanes behind which a carrier's trailers stand. */
export const lanesOf = ({ sorters }: Topology, destination: string): Lane[] =>
  sorters.flatMap(({ lanes }) => lanes.filter(({ serves }) => serves.includes(destination)))

/** The carriers that a site's lanes serve, as they come in its drawing. */
export function carriersOf({ sorters }: Topology): string[] {
  const served = sorters.flatMap(({ lanes }) => lanes.flatMap(({ serves }) => serves))
  return [...new Set(served)].filter((destination) => destination !== PACKING)
}

/**
 * The carrier of an address: each carrier has its share of the postal areas, so a street is always visited by the same.
 * An area is the number of the first three digits of its postal code; a country moves all of its areas on by the sum of
 * its letters (A is 1). The areas go around the carriers in the order of the drawing.
 * @returns null where no lane serves a carrier
 */
export function chooseCarrier(
  shipTo: { country: string; postalCode: string },
  carriers: readonly string[],
): string | null {
  const area = Number(shipTo.postalCode.replace(/\D/g, '').slice(0, 3))
  const country = [...shipTo.country].reduce((sum, letter) => sum + letter.charCodeAt(0) - 64, 0)
  return carriers[(area + country) % carriers.length] ?? null
}
