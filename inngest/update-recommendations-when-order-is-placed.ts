import { carryOutStep } from '@/lib/orders/carry-out-step'
import { orderEventSchema, orderPlaced } from '@/lib/orders/events'
import { countBasket } from '@/lib/recommendations/count-basket'
import { inngest } from './client'
import { giveUpStep } from './give-up-step'

export const updateRecommendationsWhenOrderIsPlaced = inngest.createFunction(
  {
    id: 'update-recommendations-when-order-is-placed',
    retries: 20,
    triggers: [{ event: orderPlaced }],
    onFailure: giveUpStep('recommendations'),
  },
  async ({ event, step }) => {
    const { orderNumber } = orderEventSchema.parse(event.data)
    return step.run('count', () =>
      carryOutStep('recommendations', orderNumber, async ({ siteId, lines }) => {
        await countBasket({ siteId, orderNumber, skus: lines.map((line) => line.sku) })
      }),
    )
  },
)
