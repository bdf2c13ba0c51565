import { findMissingBoxes } from '@/lib/conveyor/find-missing-boxes'
import { inngest } from './client'
import { nightShiftBegan } from './events'

/** Idempotent by what was found missing, or back, already. */
export const findMissingBoxesEveryMinute = inngest.createFunction(
  {
    id: 'find-missing-boxes-every-minute',
    retries: 2,
    triggers: [{ cron: '* * * * *' }, { event: nightShiftBegan }],
  },
  async ({ step }) => step.run('find', () => findMissingBoxes()),
)
