import { z } from 'zod'
import { listOrdersWithDueMovements } from '@/lib/payments/queries'
import { settleMovements } from '@/lib/payments/settle-movements'
import { inngest } from './client'
import { nightShiftBegan } from './events'

const MOST_MOVEMENTS = 500
const AT_ONCE = 8

/** The sweep behind every owed movement: whatever a dead process or a silent provider left, also right after a restart. */
export const settleMovementsEveryMinute = inngest.createFunction(
  {
    id: 'settle-movements-every-minute',
    retries: 2,
    concurrency: { limit: 1 },
    triggers: [{ cron: '* * * * *' }, { event: nightShiftBegan }],
  },
  async ({ step }) => {
    const found = await step.run('find', () => listOrdersWithDueMovements(new Date(), MOST_MOVEMENTS))
    const orders = z.array(z.string()).parse(found)
    return step.run('settle', async () => {
      let settled = 0
      for (let start = 0; start < orders.length; start += AT_ONCE) {
        const asked = await Promise.all(orders.slice(start, start + AT_ONCE).map(settleMovements))
        settled += asked.reduce((sum, one) => sum + one.settled, 0)
      }
      return { orders: orders.length, settled }
    })
  },
)
