import { forgetCountedBaskets } from '@/lib/recommendations/forget-counted-baskets'
import { inngest } from './client'

/** Idempotent: what is forgotten is not there any more. */
export const forgetCountedBasketsEveryDay = inngest.createFunction(
  { id: 'forget-counted-baskets-every-day', retries: 2, triggers: [{ cron: '23 3 * * *' }] },
  async ({ step }) => step.run('forget', () => forgetCountedBaskets(new Date())),
)
