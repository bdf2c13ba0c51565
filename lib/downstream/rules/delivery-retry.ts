const SECONDS = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400] as const
/** A tenth of the pause, so that what failed together does not come back together. */
const JITTER = 0.1

/**
 * Milliseconds until a delivery is tried again after so many attempts; null when it is given up: the schedule that
 * Standard Webhooks recommends (at once, 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h, 24 h).
 * @param random in [0, 1)
 */
export function deliveryRetryMs(attempts: number, random: number): number | null {
  const seconds = SECONDS[attempts - 1]
  return seconds === undefined ? null : Math.round(seconds * 1000 * (1 + JITTER * random))
}
