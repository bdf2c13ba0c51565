import { beginReconciliation } from '@/lib/payments/begin-reconciliation'
import { inngest } from './client'

/** Two nights are looked at each time, so that a night that was missed is made up for. Idempotent: a day's has one id. */
export const askReconciliationEveryNight = inngest.createFunction(
  { id: 'ask-reconciliation-every-night', retries: 5, triggers: [{ cron: '20 2 * * *' }] },
  async ({ step }) =>
    step.run('ask', async () => {
      const now = new Date()
      const id = `night-${now.toISOString().slice(0, 10)}`
      await beginReconciliation({ id, askedBy: 'the night', now })
      return { id }
    }),
)
