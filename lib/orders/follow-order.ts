import { changeOrder } from './change-order'
import { orderProgressed } from './events'
import { progressOf } from './progress-of'
import { isInHouse } from './rules/order-transitions'

/** Puts an order where its units are: what the ledger heard late, or what was given up, may leave nothing to ship. */
export async function followOrder(orderNumber: string, now: Date): Promise<void> {
  await changeOrder(orderNumber, now, async (client, order) => {
    if (!isInHouse(order.status)) return { result: undefined }
    const becomes = await progressOf(client, order)
    return becomes === order.status
      ? { result: undefined }
      : { result: undefined, event: orderProgressed, becomes }
  })
}
