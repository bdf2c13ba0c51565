import { carryOutSteps } from '@/lib/orders/carry-out-steps'
import { orderPlaced, owedEventSchema, stepOwedAgain } from '@/lib/orders/events'
import { countBaskets } from '@/lib/recommendations/count-baskets'
import { inngest } from './client'
import { readEvent } from './read-event'

/**
 * Idempotent by order: a step that is done is not done again, and a basket that is counted is not counted again. Of a
 * batch that is given up all but the orders at fault are done; each of those is owed again by the quarter hour, in a run of
 * its own, and is the dead letter of that.
 */
export const updateRecommendationsWhenOrderIsPlaced = inngest.createFunction(
  {
    id: 'update-recommendations-when-order-is-placed',
    retries: 20,
    batchEvents: { maxSize: 100, timeout: '2s' },
    triggers: [{ event: orderPlaced }, { event: stepOwedAgain, if: "event.data.kind == 'recommendations'" }],
  },
  async ({ events, step }) => {
    const owed = events.flatMap(({ data }) => owedEventSchema.safeParse(data).data ?? [])
    const counted = await step.run('count', () =>
      carryOutSteps('recommendations', owed, async (baskets) => {
        await countBaskets(baskets)
      }),
    )
    // What cannot be read gives the run up, behind those that can.
    for (const { data } of events) readEvent(owedEventSchema, data)
    return counted
  },
)
