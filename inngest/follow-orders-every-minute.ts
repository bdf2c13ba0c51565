import { followOrder } from '@/lib/orders/follow-order'
import { listShippedUnits } from '@/lib/orders/queries'
import { inngest } from './client'
import { nightShiftBegan } from './events'

const MOST_ORDERS = 500

/** The sweep behind the last parcel of an order. Idempotent by the orders' statuses. */
export const followOrdersEveryMinute = inngest.createFunction(
  {
    id: 'follow-orders-every-minute',
    retries: 2,
    triggers: [{ cron: '* * * * *' }, { event: nightShiftBegan }],
  },
  async ({ step }) =>
    step.run('follow', async () => {
      const orders = await listShippedUnits(new Date(), MOST_ORDERS)
      for (const orderNumber of orders) await followOrder(orderNumber, new Date())
      return { orders: orders.length }
    }),
)
