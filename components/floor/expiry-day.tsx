'use client'
import { useLocale } from '@/components/ui/locale'
import { StatePill } from '@/components/ui/state-pill'
import { useClock } from '@/components/ui/use-clock'
import { dayWords, todayAsDay } from './bin-words'

const DAY_MS = 86_400_000
/** So few days before its date a lot has to leave. */
const SOON_DAYS = 3

/** When something expires; it stands out when that is soon or past. */
export function ExpiryDay({ on }: { on: string | number }) {
  const { locale } = useLocale()
  const day = typeof on === 'number' ? on : Date.parse(on) / DAY_MS
  const left = useClock((nowMs) => day - todayAsDay(nowMs))
  const text = (
    <time
      dateTime={new Date(day * DAY_MS).toISOString().slice(0, 10)}
      className="whitespace-nowrap tabular-nums"
    >
      {dayWords(day, locale)}
    </time>
  )
  if (left > SOON_DAYS) return text
  return (
    <StatePill state={left < 0 ? 'failed' : 'late'}>
      <span>
        {left < 0 ? 'Expired ' : ''}
        {text}
      </span>
    </StatePill>
  )
}
