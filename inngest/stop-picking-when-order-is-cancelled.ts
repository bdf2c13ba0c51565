import { orderCancelled, orderEventSchema } from '@/lib/orders/events'
import { returnPicked } from '@/lib/picking/return-picked'
import { stopPicking } from '@/lib/picking/stop-picking'
import { inngest } from './client'
import { readEvent } from './read-event'

/** Idempotent by what is open still, and by the names of the stops that are told to the ledger. */
export const stopPickingWhenOrderIsCancelled = inngest.createFunction(
  { id: 'stop-picking-when-order-is-cancelled', retries: 20, triggers: [{ event: orderCancelled }] },
  async ({ event, step }) => {
    const { orderNumber } = readEvent(orderEventSchema, event.data)
    await step.run('stop', () => stopPicking(orderNumber, new Date()))
    return step.run('return', async () => {
      const { isTold } = await returnPicked(orderNumber, new Date())
      if (!isTold) throw new Error('the ledger is full')
    })
  },
)
