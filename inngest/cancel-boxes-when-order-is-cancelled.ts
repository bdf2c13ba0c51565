import { cancelBoxes } from '@/lib/conveyor/cancel-boxes'
import { orderCancelled } from '@/lib/orders/events'
import { inngest } from './client'

/** Idempotent by what is left to cancel; the sweep of the minute is behind it. */
export const cancelBoxesWhenOrderIsCancelled = inngest.createFunction(
  { id: 'cancel-boxes-when-order-is-cancelled', retries: 3, triggers: [{ event: orderCancelled }] },
  async ({ step }) => step.run('cancel', () => cancelBoxes()),
)
