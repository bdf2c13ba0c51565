import { eventRedriven, eventRedrivenSchema } from '@/lib/inventory/event-redriven'
import { redriveEvent } from '@/lib/inventory/redrive-event'
import { inngest } from './client'
import { readEvent } from './read-event'

/**
 * A rejected event is told again from its dead letter. The ledger knows it by source and id, so that a run that dies and
 * comes again changes nothing more; rejected again, its letter is dead again, once for this replay.
 */
export const recordEventWhenRedriven = inngest.createFunction(
  { id: 'record-event-when-redriven', retries: 20, triggers: [{ event: eventRedriven }] },
  async ({ event, step }) => {
    const redriven = readEvent(eventRedrivenSchema, event.data)
    return step.run('record', () => redriveEvent(redriven))
  },
)
