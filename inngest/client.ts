import { Inngest } from 'inngest'
import { logger } from '@/lib/platform/logger'
import { createTransport } from './engine/transport'
import { PulseMiddleware } from './pulse-middleware'
import { TraceMiddleware } from './trace-middleware'

// Only the contract's settings decide: the SDK would take its mode, or its addresses, from this one.
delete process.env.INNGEST_DEV

const { INNGEST_BASE_URL, INNGEST_EVENT_KEY, INNGEST_SIGNING_KEY } = process.env

/**
 * True when the functions run in the embedded engine: neither an Inngest server nor Inngest Cloud is named.
 * The public /api/inngest route answers 404 then; the engine reaches the functions without it.
 */
export const embedded = !INNGEST_BASE_URL && !INNGEST_EVENT_KEY

/** The client's way to the embedded engine of its process; null with an Inngest server of one's own. */
export const transport = embedded ? createTransport() : null

// What a step failed with is kept on its run and its order: the SDK's cry at each attempt is a detail, by the thousand
// while a mail server is away.
const details = {
  debug: logger.debug.bind(logger),
  info: logger.debug.bind(logger),
  warn: logger.info.bind(logger),
  error: logger.info.bind(logger),
}

/** Never in development mode, which runs functions for whoever asks, unsigned. */
export const inngest = new Inngest({
  id: 'stowline',
  middleware: [TraceMiddleware, PulseMiddleware],
  logger: details,
  isDev: false,
  signingKey: transport?.signingKey ?? INNGEST_SIGNING_KEY ?? '',
  eventKey: transport?.eventKey ?? INNGEST_EVENT_KEY ?? '',
  ...(INNGEST_BASE_URL && { baseUrl: INNGEST_BASE_URL }),
  ...(transport && { baseUrl: transport.baseUrl, fetch: transport.fetch }),
})
