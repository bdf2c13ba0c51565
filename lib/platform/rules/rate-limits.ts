/**
 * What a client asks for, by what it costs and who asks: scans of a belt, batches of events, orders, other changes,
 * looking; by address, what opens to anybody (`open`) and what is tried by somebody who is not known (`stranger`); and
 * messages of one socket (`message`).
 */
export type LimitKind = 'scan' | 'event' | 'order' | 'change' | 'read' | 'open' | 'stranger' | 'message'
/** Requests a second, sustained; ten seconds' worth may come at once. */
export type RateLimits = Record<LimitKind, number>

/**
 * Far above what a site's own work needs (2,000 scans, 10,000 events in batches and 170 orders a second at the worst), below
 * what keeps others waiting.
 */
export const RATE_LIMITS: RateLimits = {
  scan: 4_000,
  event: 2_000,
  order: 1_000,
  change: 500,
  read: 500,
  open: 200,
  stranger: 30,
  message: 5_000,
}
export const WINDOW_SECONDS = 10

/**
 * Reads `read=100,order=800`.
 * @throws Error naming the part that is no limit
 */
export function readRateLimits(text: string): RateLimits {
  const limits = { ...RATE_LIMITS }
  for (const part of text.split(',').map((one) => one.trim())) {
    if (part === '') continue
    const [kind = '', amount = ''] = part.split('=')
    if (!Object.hasOwn(limits, kind) || !/^[1-9]\d{0,6}$/.test(amount))
      throw new Error(`"${part}" is no limit such as read=100; there are ${Object.keys(limits).join(', ')}`)
    limits[kind as LimitKind] = Number(amount)
  }
  return limits
}
