import { retryAfterMs } from './retry-after'

/** How an endpoint has been doing. */
export type EndpointHealth = {
  failures: number
  failingSince: Date | null
  lastSuccessAt: Date | null
  lastError: string | null
  throttledUntil: Date | null
}

/** What came of one attempt. */
export type Answer = { status: number | null; retryAfter: string | null; error: string | null }

/** So many failures in a row, and the endpoint is asked with one delivery at a time until it takes one. */
export const FAILURES_TO_ASK_ALONE = 8
const FIRST_PAUSE_MS = 5_000
const LONGEST_PAUSE_MS = 300_000
/** What asks for less, without saying until when. */
const THROTTLE_MS = 30_000
const FAILING_FOR_LONG_MS = 432_000_000
const ASKS_FOR_LESS = new Set([429, 502, 503, 504])

/** Only a 2xx says that it was taken; a redirect does not. */
export const isTaken = ({ status }: Answer): boolean => status !== null && status >= 200 && status <= 299

/**
 * How an endpoint does after an attempt, and whether the house stops sending to it: at once when it says that it is gone
 * (410), or when nothing has arrived for five days.
 */
export function endpointHealth(
  before: EndpointHealth,
  answer: Answer,
  now: Date,
): { health: EndpointHealth; disable: 'gone' | 'failing' | null } {
  if (isTaken(answer)) {
    const health = { ...before, failures: 0, failingSince: null, lastSuccessAt: now, lastError: null }
    return { health: { ...health, throttledUntil: null }, disable: null }
  }
  const failures = before.failures + 1
  const failingSince = before.failingSince ?? now
  const pauseMs = Math.max(askedPauseMs(answer, now), ownPauseMs(failures))
  const until = new Date(now.getTime() + pauseMs)
  const throttledUntil =
    pauseMs > 0 && (before.throttledUntil === null || until > before.throttledUntil)
      ? until
      : before.throttledUntil
  const isLong = now.getTime() - failingSince.getTime() >= FAILING_FOR_LONG_MS
  return {
    health: { ...before, failures, failingSince, lastError: answer.error, throttledUntil },
    disable: answer.status === 410 ? 'gone' : isLong ? 'failing' : null,
  }
}

function askedPauseMs({ status, retryAfter }: Answer, now: Date): number {
  if (status === null || !ASKS_FOR_LESS.has(status)) return 0
  return retryAfterMs(retryAfter, now) ?? THROTTLE_MS
}

function ownPauseMs(failures: number): number {
  if (failures < FAILURES_TO_ASK_ALONE) return 0
  return Math.min(FIRST_PAUSE_MS * 2 ** (failures - FAILURES_TO_ASK_ALONE), LONGEST_PAUSE_MS)
}
