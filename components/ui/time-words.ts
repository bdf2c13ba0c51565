const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS

/** "now", "12 s ago", "in 4 min" within the hour; after that the time of day, and the date when it is another day. */
export function timeWords(atMs: number, nowMs: number, locale: string, timeZone: string): string {
  const distanceMs = Math.abs(atMs - nowMs)
  if (distanceMs >= HOUR_MS) return clockWords(atMs, nowMs, locale, timeZone)
  if (distanceMs < 2 * SECOND_MS) return 'now'
  const minutes = Math.floor(distanceMs / MINUTE_MS)
  const distance = minutes > 0 ? `${minutes} min` : `${Math.floor(distanceMs / SECOND_MS)} s`
  return atMs < nowMs ? `${distance} ago` : `in ${distance}`
}

/** The time of day to the second, with the date when it is not today. */
export function clockWords(atMs: number, nowMs: number, locale: string, timeZone: string): string {
  const day = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'short' })
  const today = day.format(atMs) === day.format(nowMs)
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    ...(today ? {} : { day: 'numeric', month: 'short' }),
    hour: '2-digit',
    minute: '2-digit',
    ...(today ? { second: '2-digit' } : {}),
  }).format(atMs)
}

/** Date, time and zone in full. */
export function exactWords(atMs: number, locale: string, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'full', timeStyle: 'long' }).format(atMs)
}
