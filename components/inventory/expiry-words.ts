import { dateFormat } from '@/components/ui/formats'

const DAY_MS = 86_400_000

/** Days from the site's today until a date (YYYY-MM-DD); below zero it is past. */
export function daysUntil(date: string, nowMs: number, timeZone: string): number {
  // en-CA writes YYYY-MM-DD.
  const today = dateFormat('en-CA', { timeZone, dateStyle: 'short' }).format(nowMs)
  return Math.round((Date.parse(date) - Date.parse(today)) / DAY_MS)
}

/** A date without a time as the site writes it; the year only when it is another. */
export function dateWords(date: string, nowMs: number, locale: string): string {
  const at = Date.parse(date)
  const isThisYear = new Date(nowMs).getUTCFullYear() === new Date(at).getUTCFullYear()
  return dateFormat(locale, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(at)
}
