type Told = {
  sku?: string | null
  bin?: string | null
  toBin?: string | null
  expiresOn?: string | null
  observedAt: string
}

// A phone's clock is minutes wrong, not hours. A count from further ahead would swallow all that happens until then.
const MOST_AHEAD_MS = 10 * 60_000
// A clock that was never set says 1970.
const EARLIEST = '2000-01-01'

/** What cannot be true of an event whose every field is right by itself, in words for the floor; undefined when nothing. */
export function contradiction(told: Told, subject: string | undefined, now: Date): string | undefined {
  if (subject !== undefined && told.sku != null && subject !== told.sku)
    return `subject says ${subject}, data.sku says ${told.sku}`
  if (told.toBin != null && told.bin === told.toBin) return 'bin and toBin are the same bin'
  if (told.observedAt < EARLIEST) return 'observedAt is before the year 2000: was the clock set?'
  if (told.expiresOn != null && told.expiresOn < EARLIEST) return 'expiresOn is before the year 2000'
  if (Date.parse(told.observedAt) > now.getTime() + MOST_AHEAD_MS)
    return 'observedAt is more than 10 minutes in the future: is the clock right?'
  return undefined
}
