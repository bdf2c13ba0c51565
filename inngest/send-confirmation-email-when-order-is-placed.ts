import { NonRetriableError } from 'inngest'
import { sendOrderConfirmation } from '@/lib/messages/send-order-confirmation'
import { carryOutStep } from '@/lib/orders/carry-out-step'
import { orderPlaced, owedEventSchema, stepOwedAgain } from '@/lib/orders/events'
import { inngest } from './client'
import { readEvent } from './read-event'

export const sendConfirmationEmailWhenOrderIsPlaced = inngest.createFunction(
  {
    id: 'send-confirmation-email-when-order-is-placed',
    retries: 20,
    // A mail server that hangs must not take every place from the work that does not need it.
    concurrency: { limit: 16 },
    triggers: [
      { event: orderPlaced },
      { event: stepOwedAgain, if: "event.data.kind == 'confirmation-email'" },
    ],
  },
  async ({ event, step }) => {
    const { orderNumber, to, once } = readEvent(owedEventSchema, event.data)
    return step.run('send', () =>
      carryOutStep(
        'confirmation-email',
        orderNumber,
        async (order) => {
          const sending = await sendOrderConfirmation(
            to === undefined ? order : { ...order, customer: { ...order.customer, email: to } },
          )
          if (sending.outcome === 'refused') throw new NonRetriableError(sending.reason)
        },
        once,
      ),
    )
  },
)
