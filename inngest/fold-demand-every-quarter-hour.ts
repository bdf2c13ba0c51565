import { foldDemand } from '@/lib/replenishment/fold-demand'
import { inngest } from './client'
import { nightShiftBegan } from './events'

/** Idempotent: whole days are counted anew, and what was counted is remembered by transaction. */
export const foldDemandEveryQuarterHour = inngest.createFunction(
  {
    id: 'fold-demand-every-quarter-hour',
    retries: 2,
    concurrency: { limit: 1 },
    triggers: [{ cron: '*/15 * * * *' }, { event: nightShiftBegan }],
  },
  async ({ step }) => step.run('fold', () => foldDemand(new Date())),
)
