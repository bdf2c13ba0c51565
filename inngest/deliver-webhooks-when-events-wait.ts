import { z } from 'zod'
import { deliverWebhooks } from '@/lib/downstream/deliver-webhooks'
import { deliveriesWaiting, deliveriesWaitingSchema } from '@/lib/downstream/events'
import { inngest } from './client'
import { readEvent } from './read-event'

const TURN_MS = 20_000
const TURNS = 30
/** Endpoints at once: those beyond wait, and the rest of the night shift keeps most of its places. */
const ENDPOINTS = 24

export const deliverWebhooksWhenEventsWait = inngest.createFunction(
  {
    id: 'deliver-webhooks-when-events-wait',
    retries: 5,
    concurrency: { limit: ENDPOINTS },
    triggers: [{ event: deliveriesWaiting }],
  },
  async ({ event, runId, step }) => {
    // One run at a time has an endpoint: `deliverWebhooks` leaves when another has it. What this one does not finish is
    // called for again as soon as its claim ends.
    const { endpointId } = readEvent(deliveriesWaitingSchema, event.data)
    let attempts = 0
    for (let turn = 0; turn < TURNS; turn++) {
      const sent = await step.run(`send-${turn}`, () => deliverWebhooks(endpointId, runId, TURN_MS))
      const { attempts: made, more } = z.object({ attempts: z.int(), more: z.boolean() }).parse(sent)
      attempts += made
      if (!more) break
    }
    return { attempts }
  },
)
