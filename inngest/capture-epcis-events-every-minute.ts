import { captureDocument } from '@/lib/epcis/capture-document'
import { listOverdueCaptures } from '@/lib/epcis/queries'
import { tellStock } from '@/lib/epcis/tell-stock'
import { inngest } from './client'
import { nightShiftBegan } from './events'

const PATIENCE_MS = 60_000
const MOST_DOCUMENTS = 100

/** The sweep behind every accepted document: what a dead process left, and what the ledger has not been told. */
export const captureEpcisEventsEveryMinute = inngest.createFunction(
  {
    id: 'capture-epcis-events-every-minute',
    retries: 2,
    triggers: [{ cron: '* * * * *' }, { event: nightShiftBegan }],
  },
  async ({ step }) =>
    step.run('sweep', async () => {
      const before = new Date(Date.now() - PATIENCE_MS)
      const overdue = await listOverdueCaptures(before, MOST_DOCUMENTS)
      // One that can't be captured must not keep the others waiting.
      const captured = await Promise.allSettled(overdue.map(captureDocument))
      const { told } = await tellStock({ keptBefore: before })
      return {
        found: overdue.length,
        captured: captured.filter(({ status }) => status === 'fulfilled').length,
        told,
      }
    }),
)
