import { carryOutStep } from '@/lib/orders/carry-out-step'
import { orderPlaced, owedEventSchema, stepOwedAgain } from '@/lib/orders/events'
import { countBasket } from '@/lib/recommendations/count-basket'
import { inngest } from './client'
import { readEvent } from './read-event'

export const updateRecommendationsWhenOrderIsPlaced = inngest.createFunction(
  {
    id: 'update-recommendations-when-order-is-placed',
    retries: 20,
    triggers: [{ event: orderPlaced }, { event: stepOwedAgain, if: "event.data.kind == 'recommendations'" }],
  },
  async ({ event, step }) => {
    const { orderNumber, once } = readEvent(owedEventSchema, event.data)
    return step.run('count', () =>
      carryOutStep(
        'recommendations',
        orderNumber,
        async ({ siteId, lines }) => {
          await countBasket({ siteId, orderNumber, skus: lines.map((line) => line.sku) })
        },
        once,
      ),
    )
  },
)
