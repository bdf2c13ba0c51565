'use client'
import { dateFormat } from '@/components/ui/formats'
import { useLocale } from '@/components/ui/locale'

/** The minute of a day at the site: nobody needs the seconds of a departure. */
export function ClockTime({ at }: { at: string }) {
  const { locale, timeZone } = useLocale()
  const text = dateFormat(locale, { timeZone, hour: 'numeric', minute: '2-digit' }).format(new Date(at))
  return (
    <time dateTime={at} className="whitespace-nowrap tabular-nums" suppressHydrationWarning>
      {text}
    </time>
  )
}
