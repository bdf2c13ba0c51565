import { refreshLowLevels } from '@/lib/inventory/refresh-low-levels'
import { inngest } from './client'
import { nightShiftBegan } from './events'

export const refreshLowLevelsEveryHour = inngest.createFunction(
  {
    id: 'refresh-low-levels-every-hour',
    retries: 2,
    triggers: [{ cron: '7 * * * *' }, { event: nightShiftBegan }],
  },
  async ({ step }) => step.run('refresh', () => refreshLowLevels(new Date())),
)
