import { foldHours } from '@/lib/figures/fold-hours'
import { inngest } from './client'

/** An hour counted twice is the same hour: a retry or an overlap changes nothing. */
export const foldHoursEveryMinute = inngest.createFunction(
  { id: 'fold-hours-every-minute', retries: 2, triggers: [{ cron: '* * * * *' }] },
  async ({ step }) => step.run('fold', () => foldHours(new Date())),
)
