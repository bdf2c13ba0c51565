import { adviseSlotting } from '@/lib/picking/advise-slotting'
import { findSlottingOwed } from '@/lib/picking/find-slotting-owed'
import { forgetStaleSlotting } from '@/lib/picking/forget-stale-slotting'
import { listSpaceAdvice } from '@/lib/replenishment/list-space-advice'
import { inngest } from './client'

/** Idempotent: a day that has its advice is not owed any more, and computed twice it is replaced. */
export const adviseSlottingEveryNight = inngest.createFunction(
  // Hourly, because each site's night is at its own time, and a house that was closed at night catches up.
  {
    id: 'advise-slotting-every-night',
    retries: 2,
    concurrency: { limit: 1 },
    triggers: [{ cron: '40 * * * *' }],
  },
  async ({ step }) => {
    await step.run('forget', () => forgetStaleSlotting(new Date()))
    const owed = await step.run('look', () => findSlottingOwed(new Date()))
    for (const { site, day } of owed)
      await step.run(`advise ${site}`, async () => {
        const { moves, orders } = await adviseSlotting(site, day, {
          now: new Date(),
          wishes: await listSpaceAdvice(site),
        })
        return { day, orders, moves: moves.length }
      })
    return { sites: owed.length }
  },
)
