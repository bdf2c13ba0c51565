const DAY_MS = 86_400_000

/** Milliseconds that a `Retry-After` asks for (seconds, or an HTTP date), a day at most; null when it says nothing. */
export function retryAfterMs(header: string | null, now: Date): number | null {
  if (header === null) return null
  const text = header.trim()
  const ms = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now.getTime()
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), DAY_MS)
}
