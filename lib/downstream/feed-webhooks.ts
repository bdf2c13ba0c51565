import { setTimeout as sleep } from 'node:timers/promises'
import { logger } from '@/lib/platform/logger'
import { fanOutEvents } from './fan-out-events'

/** Fast enough for a second from commit to receiver, and a batch at a thousand events a second. */
const PAUSE_MS = 200
const PAUSE_AFTER_TROUBLE_MS = 2_000

/**
 * Gives the endpoints what is new in the feed, five times a second, until stopped. It looks instead of being woken: writers
 * of events pay nothing for it, and one look costs one small round trip however many events came.
 */
export function feedWebhooks(): { stop: () => Promise<void> } {
  const closing = new AbortController()
  const loop = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      const pauseMs = await fanOutEvents(new Date()).then(
        ({ more }) => (more ? 0 : PAUSE_MS),
        (error: unknown) => {
          logger.warn({ error }, 'the webhooks were not fed')
          return PAUSE_AFTER_TROUBLE_MS
        },
      )
      await sleep(pauseMs, undefined, { signal: closing.signal }).catch(() => {})
    }
  }
  const ended = loop()
  return {
    async stop() {
      closing.abort()
      await ended
    },
  }
}
