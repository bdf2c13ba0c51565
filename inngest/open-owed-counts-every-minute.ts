import { openOwedCounts } from '@/lib/inventory/open-owed-counts'
import { inngest } from './client'
import { nightShiftBegan } from './events'

/**
 * A look a minute, not a run for each discrepancy: at a peak, shuffled events open and settle dozens of them a second, and
 * a run for each cost the machine as much as recording the events.
 */
export const openOwedCountsEveryMinute = inngest.createFunction(
  {
    id: 'open-owed-counts-every-minute',
    retries: 2,
    triggers: [{ cron: '* * * * *' }, { event: nightShiftBegan }],
  },
  async ({ step }) => step.run('open', () => openOwedCounts(new Date())),
)
