import { fanOutEvents } from '@/lib/downstream/fan-out-events'
import { inngest } from './client'
import { nightShiftBegan } from './events'

/** Behind the loop that looks all the time: whatever is due is called for, also right after a restart. */
export const feedWebhooksEveryMinute = inngest.createFunction(
  {
    id: 'feed-webhooks-every-minute',
    retries: 2,
    triggers: [{ cron: '* * * * *' }, { event: nightShiftBegan }],
  },
  // Idempotent: a feed that was moved on is moved on no further by the same events.
  async ({ step }) => step.run('feed', () => fanOutEvents(new Date())),
)
