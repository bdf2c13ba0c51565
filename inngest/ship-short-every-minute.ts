import { shipShort } from '@/lib/orders/ship-short'
import { listShortOrders } from '@/lib/picking/queries'
import { inngest } from './client'
import { nightShiftBegan } from './events'

const MOST_ORDERS = 500
const WISH = { by: "the site's rule", reason: 'what is missing is shipped without' }

/** Where a site ships without what nobody finds, its orders do not wait. Idempotent by what is still waited for. */
export const shipShortEveryMinute = inngest.createFunction(
  {
    id: 'ship-short-every-minute',
    retries: 2,
    triggers: [{ cron: '* * * * *' }, { event: nightShiftBegan }],
  },
  async ({ step }) =>
    step.run('ship-short', async () => {
      const orders = await listShortOrders(MOST_ORDERS)
      for (const orderNumber of orders) await shipShort(orderNumber, WISH, new Date())
      return { orders: orders.length }
    }),
)
