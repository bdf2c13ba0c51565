import { captureDocument } from '@/lib/epcis/capture-document'
import { documentAccepted, documentAcceptedSchema } from '@/lib/epcis/events'
import { inngest } from './client'
import { readEvent } from './read-event'

export const captureEpcisEventsWhenDocumentIsAccepted = inngest.createFunction(
  {
    id: 'capture-epcis-events-when-document-is-accepted',
    retries: 10,
    // They wait for each other anyway: more would only hold connections.
    concurrency: { limit: 2 },
    triggers: [{ event: documentAccepted }],
  },
  async ({ event, step }) => {
    const { captureId } = readEvent(documentAcceptedSchema, event.data)
    return step.run('capture', () => captureDocument(captureId))
  },
)
