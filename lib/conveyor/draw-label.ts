import bwip from 'bwip-js/node'
import { orderRequestSchema } from '@/lib/orders/schema'
import { db } from '@/lib/platform/db'
import { labelText } from './rules/label-text'

/**
 * Draws the label of a parcel, as SVG: it is sharp on every printer.
 * @throws when there is no such parcel
 */
export async function drawLabel(barcode: string): Promise<string> {
  const parcel = await db.parcel.findUniqueOrThrow({ where: { barcode } })
  const { orderNumber, carrier, siteId } = parcel
  const [order, site] = await Promise.all([
    db.order.findUniqueOrThrow({ where: { number: orderNumber } }),
    db.site.findUniqueOrThrow({ where: { id: siteId } }),
  ])
  const bars = bwip.toSVG({ bcid: 'gs1-128', text: `(00)${barcode}`, height: 32, scale: 1 })
  const shipTo = orderRequestSchema.shape.shipTo.parse(order.shipTo)
  return labelText(
    { sscc: barcode, carrier, orderNumber, from: site.name, name: order.customerName, shipTo },
    bars,
  )
}
