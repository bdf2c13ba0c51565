import { z } from 'zod'
import { movementEventSchema, movementOwed } from '@/lib/payments/events'
import { settleMovements } from '@/lib/payments/settle-movements'
import { inngest } from './client'
import { readEvent } from './read-event'

/** Between two looks, as long as a movement waits after an attempt, and a little; what is left then is the sweep's. */
const WAITS = ['2s', '3s', '5s', '9s', '17s'] as const

/** Idempotent: a movement is claimed, asked by its own id and closed once. */
export const settleMovementWhenOwed = inngest.createFunction(
  { id: 'settle-movement-when-owed', retries: 5, triggers: [{ event: movementOwed }] },
  async ({ event, step }) => {
    const { orderNumber } = readEvent(movementEventSchema, event.data)
    for (const [index, wait] of WAITS.entries()) {
      const asked = await step.run(`settle-${index}`, () => settleMovements(orderNumber))
      if (z.object({ owed: z.int() }).parse(asked).owed === 0) return { outcome: 'settled' as const }
      await step.sleep(`wait-${index}`, wait)
    }
    return { outcome: 'left-to-the-sweep' as const }
  },
)
