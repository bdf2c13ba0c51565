import { oweMail } from '@/lib/messages/owe-mail'
import { listDelayedOrders } from '@/lib/support/queries'
import { inngest } from './client'

const MOST_ORDERS = 200

/** Idempotent: one mail of a delay for an order, however long it takes. */
export const tellCustomersOfDelaysEveryMinute = inngest.createFunction(
  { id: 'tell-customers-of-delays-every-minute', retries: 2, triggers: [{ cron: '* * * * *' }] },
  async ({ step }) =>
    step.run('owe', async () => {
      const now = new Date()
      const orders = await listDelayedOrders(now, MOST_ORDERS)
      for (const order of orders) await oweMail({ ...order, kind: 'order-delayed', occasion: '' }, now)
      return { orders: orders.length }
    }),
)
