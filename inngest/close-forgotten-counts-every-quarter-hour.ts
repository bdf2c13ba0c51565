import { closeForgottenCounts } from '@/lib/inventory/close-forgotten-counts'
import { inngest } from './client'
import { nightShiftBegan } from './events'

export const closeForgottenCountsEveryQuarterHour = inngest.createFunction(
  {
    id: 'close-forgotten-counts-every-quarter-hour',
    retries: 2,
    triggers: [{ cron: '*/15 * * * *' }, { event: nightShiftBegan }],
  },
  async ({ step }) => step.run('close', () => closeForgottenCounts(new Date())),
)
