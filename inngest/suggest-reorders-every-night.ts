import { findReordersOwed } from '@/lib/replenishment/find-reorders-owed'
import { suggestReorders } from '@/lib/replenishment/suggest-reorders'
import { inngest } from './client'

/** Idempotent: a site whose newest forecasts were proposed from is not owed any more, and computed twice nothing decided changes. */
export const suggestReordersEveryNight = inngest.createFunction(
  // Every minute it looks what is owed: each site's night is at its own time, and follows its forecasts.
  {
    id: 'suggest-reorders-every-night',
    retries: 2,
    concurrency: { limit: 1 },
    triggers: [{ cron: '* * * * *' }],
  },
  async ({ step }) => {
    const owed = await step.run('look', () => findReordersOwed(new Date()))
    for (const site of owed) await step.run(`suggest ${site}`, () => suggestReorders(site, new Date()))
    return { sites: owed.length }
  },
)
