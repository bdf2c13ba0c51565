'use client'
import { dateFormat } from '@/components/ui/formats'
import { useLocale } from '@/components/ui/locale'
import { useClock } from '@/components/ui/use-clock'

/** The wall clock of the site, wherever the person looking at it sits. */
export function SiteClock() {
  const { locale, timeZone } = useLocale()
  const format = { timeZone, hour: '2-digit', minute: '2-digit', timeZoneName: 'short' } as const
  const text = useClock((nowMs) => dateFormat(locale, format).format(nowMs))
  return (
    <span className="text-ink-soft text-sm" suppressHydrationWarning>
      {text}
    </span>
  )
}
