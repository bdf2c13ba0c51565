import { carryOutStep } from '@/lib/orders/carry-out-step'
import { orderPlaced, owedEventSchema, stepOwedAgain } from '@/lib/orders/events'
import { openPickList } from '@/lib/picking/open-pick-list'
import { inngest } from './client'
import { readEvent } from './read-event'

export const notifyWarehouseWhenOrderIsPlaced = inngest.createFunction(
  {
    id: 'notify-warehouse-when-order-is-placed',
    retries: 20,
    // Due after 15 s, the mail after 60: in a backlog it goes first.
    priority: { run: '60' },
    triggers: [
      { event: orderPlaced },
      { event: stepOwedAgain, if: "event.data.kind == 'warehouse-notification'" },
    ],
  },
  async ({ event, step }) => {
    const { orderNumber, once } = readEvent(owedEventSchema, event.data)
    return step.run('notify', () =>
      carryOutStep(
        'warehouse-notification',
        orderNumber,
        async ({ siteId, customer, placedAt }) => {
          await openPickList({ siteId, orderNumber, customerName: customer.name, placedAt })
        },
        once,
      ),
    )
  },
)
