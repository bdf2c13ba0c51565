/** How long a function waits before it is tried again. */
export type Backoff = {
  /** One delay for each failed attempt; the last one serves all later attempts. */
  delaysMs: readonly number[]
  /** A random share of this is added, so that jobs which failed together do not come back together. */
  jitterMs: number
}

const MINUTE_MS = 60_000

/** The delays of Inngest's own server. */
export const inngestBackoff: Backoff = {
  delaysMs: [15_000, 30_000, ...[1, 2, 5, 10, 20, 40, 60, 120].map((minutes) => minutes * MINUTE_MS)],
  jitterMs: 30_000,
}

const SHORTEST_MS = 1_000
const LONGEST_MS = 86_400_000

/**
 * Milliseconds until the next attempt. What the function asked for (`Retry-After`: whole seconds or an instant) wins,
 * held between one second and one day as Inngest does. `attempt` counts from 0, `random` is in [0, 1).
 */
export function retryDelayMs(
  attempt: number,
  retryAfter: string | null,
  now: Date,
  random: number,
  backoff: Backoff,
): number {
  const asked = retryAfter === null ? Number.NaN : askedMs(retryAfter, now)
  if (!Number.isNaN(asked)) return Math.min(Math.max(asked, SHORTEST_MS), LONGEST_MS)
  const { delaysMs, jitterMs } = backoff
  return (delaysMs[Math.min(attempt, delaysMs.length - 1)] ?? 0) + Math.floor(random * jitterMs)
}

function askedMs(retryAfter: string, now: Date): number {
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter) * 1_000
  return new Date(retryAfter).getTime() - now.getTime()
}
