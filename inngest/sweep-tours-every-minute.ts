import { sweepTours } from '@/lib/picking/sweep-tours'
import { inngest } from './client'
import { nightShiftBegan } from './events'

export const sweepToursEveryMinute = inngest.createFunction(
  {
    id: 'sweep-tours-every-minute',
    retries: 2,
    triggers: [{ cron: '* * * * *' }, { event: nightShiftBegan }],
  },
  async ({ step }) => step.run('sweep', () => sweepTours(new Date())),
)
