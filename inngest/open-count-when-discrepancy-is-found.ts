import { countDiscrepancy } from '@/lib/inventory/count-discrepancy'
import { discrepancyFound, discrepancyFoundSchema } from '@/lib/inventory/events'
import { inngest } from './client'
import { readEvent } from './read-event'

/** Events out of order owe for seconds, and phones that were offline for a minute or two: nobody should walk for that. */
const SETTLING = '2m'

/** Told twice, it opens one count: a bin has one that is open at most. */
export const openCountWhenDiscrepancyIsFound = inngest.createFunction(
  { id: 'open-count-when-discrepancy-is-found', retries: 10, triggers: [{ event: discrepancyFound }] },
  async ({ event, step }) => {
    const found = readEvent(discrepancyFoundSchema, event.data)
    await step.sleep('settle', SETTLING)
    return step.run('open', () => countDiscrepancy(found, new Date()))
  },
)
