import { type Shipping, shipParcel } from '@/lib/orders/ship-parcel'
import { readPackedParcel } from './read-packed-parcel'
import { readTopology } from './read-topology'
import { lanesOf } from './rules/choose-carrier'
import { normaliseLabel } from './rules/normalise-label'

/** A parcel is with its carrier, says somebody who scanned it: what is in it is shipped, once, however often it is said. */
export async function handOverParcel(label: string, by: string, now: Date): Promise<Shipping> {
  const packed = await readPackedParcel(normaliseLabel(label))
  return packed ? shipParcel(packed, by, now) : { outcome: 'unknown' }
}

/** The same, said by a belt: a parcel that it has put into a lane of its carrier is handed over; into another, it is astray. */
export async function handOverArrived(
  site: string,
  parcel: string,
  lane: string,
  now: Date,
): Promise<Shipping | { outcome: 'astray' }> {
  const packed = await readPackedParcel(parcel)
  if (packed?.site !== site) return { outcome: 'unknown' }
  const drawing = await readTopology(site)
  const isItsLane = drawing && lanesOf(drawing.topology, packed.carrier).some(({ id }) => id === lane)
  return isItsLane ? shipParcel(packed, `belt, lane ${lane}`, now) : { outcome: 'astray' }
}
