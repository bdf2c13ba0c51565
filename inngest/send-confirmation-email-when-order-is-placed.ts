import { NonRetriableError } from 'inngest'
import { sendOrderConfirmation } from '@/lib/messages/send-order-confirmation'
import { carryOutStep } from '@/lib/orders/carry-out-step'
import { orderEventSchema, orderPlaced } from '@/lib/orders/events'
import { inngest } from './client'
import { giveUpStep } from './give-up-step'

export const sendConfirmationEmailWhenOrderIsPlaced = inngest.createFunction(
  {
    id: 'send-confirmation-email-when-order-is-placed',
    retries: 20,
    triggers: [{ event: orderPlaced }],
    onFailure: giveUpStep('confirmation-email'),
  },
  async ({ event, step }) => {
    const { orderNumber } = orderEventSchema.parse(event.data)
    return step.run('send', () =>
      carryOutStep('confirmation-email', orderNumber, async (order) => {
        const sending = await sendOrderConfirmation(order)
        if (sending.outcome === 'refused') throw new NonRetriableError(sending.reason)
      }),
    )
  },
)
