import { Inngest } from 'inngest'
import { createTransport } from './engine/transport'
import { PulseMiddleware } from './pulse-middleware'

const { INNGEST_BASE_URL, INNGEST_EVENT_KEY, INNGEST_DEV } = process.env

/**
 * True when the functions run in the embedded engine: no Inngest server, no Inngest Cloud and no dev server is named.
 * The public /api/inngest route answers 404 then; the engine reaches the functions without it.
 */
export const embedded = !INNGEST_BASE_URL && !INNGEST_EVENT_KEY && !INNGEST_DEV

/** The client's way to the embedded engine of its process; null with an Inngest server of one's own. */
export const transport = embedded ? createTransport() : null

/** What is given here beats the environment, so nothing is given unless the engine is embedded. */
export const inngest = new Inngest({
  id: 'stowline',
  middleware: [PulseMiddleware],
  ...(transport && {
    isDev: false,
    signingKey: transport.signingKey,
    eventKey: transport.eventKey,
    baseUrl: transport.baseUrl,
    fetch: transport.fetch,
  }),
})
