import { changeOrder } from './change-order'
import { orderProgressed } from './events'
import { progressOf } from './progress-of'
import { isInHouse } from './rules/order-transitions'
import { type PackedParcel, writeShipment } from './write-shipment'

/** Notes that a parcel of an order was packed, and what is in it. Noted again, it is what is known now. */
export async function openShipment(packed: PackedParcel, now: Date): Promise<void> {
  await changeOrder(packed.orderNumber, now, async (client, order) => {
    if (!isInHouse(order.status)) return { result: undefined }
    const { isHandedOver } = await writeShipment(client, packed)
    if (isHandedOver) return { result: undefined }
    const becomes = await progressOf(client, order)
    return { result: undefined, event: orderProgressed, becomes }
  })
}
