import type { PackedParcel } from '@/lib/orders/write-shipment'
import { findContentsOfTotes } from '@/lib/picking/queries'
import { db } from '@/lib/platform/db'

/** A parcel with what is known now to be in its totes; null when there is none. */
export async function readPackedParcel(barcode: string): Promise<(PackedParcel & { site: string }) | null> {
  const parcel = await db.parcel.findUnique({ where: { barcode } })
  if (!parcel) return null
  const { siteId: site, orderNumber, carrier, packedAt, totes } = parcel
  const contents = await findContentsOfTotes(totes)
  const lines = contents.filter((line) => line.orderNumber === orderNumber)
  return { parcel: barcode, site, orderNumber, carrier, packedAt, lines }
}
