import { discrepancyFound, discrepancyFoundSchema } from '@/lib/inventory/events'
import { openCount } from '@/lib/inventory/open-count'
import { inngest } from './client'
import { readEvent } from './read-event'

/** A bin has one open count at most, so the same discrepancy again, or another of the bin, opens no second one. */
export const openCountWhenDiscrepancyIsFound = inngest.createFunction(
  { id: 'open-count-when-discrepancy-is-found', retries: 10, triggers: [{ event: discrepancyFound }] },
  async ({ event, step }) => {
    const { site, bin, sku } = readEvent(discrepancyFoundSchema, event.data)
    const reason = 'The floor and the book differ'
    return step.run('open', () =>
      openCount(
        { site, sku, reason, ...(bin === null ? {} : { bin }) },
        { by: 'Stowline', isOwed: true },
        new Date(),
      ),
    )
  },
)
