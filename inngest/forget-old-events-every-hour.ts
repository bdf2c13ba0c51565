import { forgetOldEvents } from '@/lib/downstream/forget-old-events'
import { inngest } from './client'

export const forgetOldEventsEveryHour = inngest.createFunction(
  { id: 'forget-old-events-every-hour', retries: 2, triggers: [{ cron: '41 * * * *' }] },
  async ({ step }) => step.run('forget', () => forgetOldEvents(new Date())),
)
