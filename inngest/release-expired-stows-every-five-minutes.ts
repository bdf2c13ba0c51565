import { releaseExpiredStows } from '@/lib/inventory/release-expired-stows'
import { inngest } from './client'

export const releaseExpiredStowsEveryFiveMinutes = inngest.createFunction(
  { id: 'release-expired-stows-every-five-minutes', retries: 2, triggers: [{ cron: '*/5 * * * *' }] },
  async ({ step }) => step.run('release', () => releaseExpiredStows(new Date())),
)
