import { reconciliationAsked, reconciliationAskedSchema } from '@/lib/payments/events'
import { reconcilePayments } from '@/lib/payments/reconcile-payments'
import { inngest } from './client'
import { readEvent } from './read-event'

/** Idempotent: a finished reconciliation is left as it is, and what was mended does not differ again. */
export const reconcilePaymentsWhenAsked = inngest.createFunction(
  {
    id: 'reconcile-payments-when-asked',
    retries: 5,
    concurrency: { limit: 1 },
    triggers: [{ event: reconciliationAsked }],
  },
  async ({ event, step }) => {
    const { id } = readEvent(reconciliationAskedSchema, event.data)
    return step.run('reconcile', async () => {
      const { outcome, compared, differences } = await reconcilePayments(id)
      return { outcome, compared, differences: differences.length }
    })
  },
)
