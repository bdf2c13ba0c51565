import { carryOutStep } from '@/lib/orders/carry-out-step'
import { orderEventSchema, orderPlaced } from '@/lib/orders/events'
import { openPickList } from '@/lib/picking/open-pick-list'
import { inngest } from './client'
import { giveUpStep } from './give-up-step'

export const notifyWarehouseWhenOrderIsPlaced = inngest.createFunction(
  {
    id: 'notify-warehouse-when-order-is-placed',
    retries: 20,
    triggers: [{ event: orderPlaced }],
    onFailure: giveUpStep('warehouse-notification'),
  },
  async ({ event, step }) => {
    const { orderNumber } = orderEventSchema.parse(event.data)
    return step.run('notify', () =>
      carryOutStep('warehouse-notification', orderNumber, async ({ siteId, customer, placedAt }) => {
        await openPickList({ siteId, orderNumber, customerName: customer.name, placedAt })
      }),
    )
  },
)
