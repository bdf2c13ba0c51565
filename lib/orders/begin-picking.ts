import { changeOrder } from './change-order'
import { orderProgressed } from './events'

/** A tour has these orders. What is further already stays where it is. */
export async function beginPicking(orderNumbers: readonly string[], now: Date): Promise<void> {
  for (const orderNumber of orderNumbers)
    await changeOrder(orderNumber, now, async (_client, { status }) =>
      status === 'placed'
        ? { result: undefined, event: orderProgressed, becomes: 'picking' }
        : { result: undefined },
    )
}
