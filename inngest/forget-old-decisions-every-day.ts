import { forgetOldDecisions } from '@/lib/conveyor/forget-old-decisions'
import { inngest } from './client'

/** Idempotent: what is forgotten is not there any more. */
export const forgetOldDecisionsEveryDay = inngest.createFunction(
  { id: 'forget-old-decisions-every-day', retries: 2, triggers: [{ cron: '33 3 * * *' }] },
  async ({ step }) => step.run('forget', () => forgetOldDecisions(new Date())),
)
