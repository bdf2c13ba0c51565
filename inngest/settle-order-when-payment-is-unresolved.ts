import { orderEventSchema, paymentUnresolved } from '@/lib/orders/events'
import { settleUnresolvedOrder } from '@/lib/orders/settle-unresolved-order'
import { inngest } from './client'
import { readEvent } from './read-event'

/** Together they wait longer than the order is kept open; what is left after that is the sweep's. */
const WAITS = ['2s', '3s', '5s', '10s', '10s', '20s', '20s', '20s', '30s', '30s'] as const

export const settleOrderWhenPaymentIsUnresolved = inngest.createFunction(
  { id: 'settle-order-when-payment-is-unresolved', retries: 5, triggers: [{ event: paymentUnresolved }] },
  async ({ event, step }) => {
    const { orderNumber } = readEvent(orderEventSchema, event.data)
    for (const [index, wait] of WAITS.entries()) {
      await step.sleep(`wait-${index}`, wait)
      const asked = await step.run(`ask-${index}`, () => settleUnresolvedOrder(orderNumber))
      if (asked.outcome === 'settled') return asked
    }
    return { outcome: 'left-to-the-sweep' as const }
  },
)
