import { z } from 'zod'
import { listUnresolvedOrders } from '@/lib/orders/queries'
import { settleUnresolvedOrder } from '@/lib/orders/settle-unresolved-order'
import { inngest } from './client'
import { nightShiftBegan } from './events'

const MOST_ORDERS = 500
const AT_ONCE = 8

/** The sweep behind every placed order: whatever a dead process left unsettled, also right after a restart. */
export const settleOrdersEveryMinute = inngest.createFunction(
  {
    id: 'settle-orders-every-minute',
    retries: 2,
    triggers: [{ cron: '* * * * *' }, { event: nightShiftBegan }],
  },
  async ({ step }) => {
    const found = await step.run('find', () => listUnresolvedOrders(new Date(), MOST_ORDERS))
    const waiting = z.array(z.string()).parse(found)
    return step.run('settle', async () => {
      let settled = 0
      for (let start = 0; start < waiting.length; start += AT_ONCE) {
        const asked = await Promise.all(waiting.slice(start, start + AT_ONCE).map(settleUnresolvedOrder))
        settled += asked.filter((one) => one.outcome === 'settled').length
      }
      return { found: waiting.length, settled }
    })
  },
)
