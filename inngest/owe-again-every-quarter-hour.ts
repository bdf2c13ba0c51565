import { oweAgain } from '@/lib/orders/owe-again'
import { listDiscardedSteps } from '@/lib/queue-health/queries'
import { inngest } from './client'

export const oweAgainEveryQuarterHour = inngest.createFunction(
  { id: 'owe-again-every-quarter-hour', retries: 2, triggers: [{ cron: '*/15 * * * *' }] },
  async ({ step }) => step.run('owe-again', async () => oweAgain(new Date(), await listDiscardedSteps())),
)
