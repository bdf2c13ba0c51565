'use client'
import { useLocale } from './locale'
import { clockWords, exactWords, timeWords } from './time-words'
import { useClock } from './use-clock'

/** A moment in the site's time zone; `relative` counts, `clock` is the time of day. The exact moment is its title. */
export function Time({ at, as = 'relative' }: { at: string; as?: 'relative' | 'clock' }) {
  const { locale, timeZone } = useLocale()
  const atMs = Date.parse(at)
  const words = as === 'relative' ? timeWords : clockWords
  const text = useClock((nowMs) => words(atMs, nowMs, locale, timeZone))
  // Node and browsers may ship different locale data; the server's wording is right until the next tick.
  return (
    <time
      dateTime={at}
      title={exactWords(atMs, locale, timeZone)}
      className="whitespace-nowrap tabular-nums"
      suppressHydrationWarning
    >
      {text}
    </time>
  )
}
