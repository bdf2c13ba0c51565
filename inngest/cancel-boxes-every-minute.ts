import { cancelBoxes } from '@/lib/conveyor/cancel-boxes'
import { inngest } from './client'
import { nightShiftBegan } from './events'

/** Idempotent by what is left to cancel. */
export const cancelBoxesEveryMinute = inngest.createFunction(
  {
    id: 'cancel-boxes-every-minute',
    retries: 2,
    triggers: [{ cron: '* * * * *' }, { event: nightShiftBegan }],
  },
  async ({ step }) => step.run('cancel', () => cancelBoxes()),
)
