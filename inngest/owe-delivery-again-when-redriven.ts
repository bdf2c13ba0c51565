import { deliveryRedriven, deliveryRedrivenSchema } from '@/lib/downstream/events'
import { retryDelivery } from '@/lib/downstream/retry-delivery'
import { inngest } from './client'
import { readEvent } from './read-event'

export const oweDeliveryAgainWhenRedriven = inngest.createFunction(
  { id: 'owe-delivery-again-when-redriven', retries: 5, triggers: [{ event: deliveryRedriven }] },
  async ({ event, step }) => {
    // A delivery that is owed again twice is sent once.
    const { deliveryId } = readEvent(deliveryRedrivenSchema, event.data)
    return step.run('owe', () => retryDelivery(deliveryId, null, null))
  },
)
