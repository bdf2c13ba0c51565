'use client'
import { useLocale } from '@/components/ui/locale'
import { StatePill } from '@/components/ui/state-pill'
import { useClock } from '@/components/ui/use-clock'
import { dateWords, daysUntil } from './expiry-words'

/** So few days before its date a lot has to leave. */
const SOON_DAYS = 3

/** When a lot expires, and whether that is soon or past. */
export function Expiry({ on }: { on: string }) {
  const { locale, timeZone } = useLocale()
  const days = useClock((nowMs) => daysUntil(on, nowMs, timeZone))
  const text = useClock((nowMs) => dateWords(on, nowMs, locale))
  const date = (
    <time dateTime={on} className="whitespace-nowrap tabular-nums" suppressHydrationWarning>
      {text}
    </time>
  )
  if (days > SOON_DAYS) return date
  return (
    <StatePill state={days < 0 ? 'failed' : 'late'}>
      <span>
        {days < 0 ? 'Expired ' : ''}
        {date}
      </span>
    </StatePill>
  )
}
