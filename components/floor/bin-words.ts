import { dateFormat } from '@/components/ui/formats'
import { NO_DAY } from './level-store'
import type { Floor } from './use-floor'

const DAY_MS = 86_400_000

export const todayAsDay = (nowMs: number): number => Math.floor(nowMs / DAY_MS)

/** "today", "1 day", "12 days". */
export const daysWords = (days: number): string =>
  days <= 0 ? 'today' : days === 1 ? '1 day' : `${days} days`

/** A day that is a number, as the site writes dates; days have no time zone. */
export const dayWords = (day: number, locale: string): string =>
  dateFormat(locale, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).format(day * DAY_MS)

/** What a bin is, in a line: for the pointer and for the ear. */
export function binWords({ model, levels }: Floor, bin: number, today: number, locale: string): string[] {
  const units = levels.units[bin] ?? 0
  const skus = levels.skus[bin] ?? 0
  const words = [
    units > 0
      ? `${levels.fill[bin]} % full, ${units} ${units === 1 ? 'unit' : 'units'} of ${skus} ${skus === 1 ? 'SKU' : 'SKUs'}`
      : 'empty',
  ]
  const oldest = levels.oldestDay[bin] ?? NO_DAY
  if (oldest !== NO_DAY) words.push(oldest >= today ? 'came today' : `oldest ${daysWords(today - oldest)}`)
  const expiry = levels.expiryDay[bin] ?? NO_DAY
  if (expiry !== NO_DAY) words.push(`${expiry < today ? 'expired' : 'expires'} ${dayWords(expiry, locale)}`)
  const picks = levels.picks[bin] ?? 0
  if (picks > 0) words.push(`taken from ${picks === 1 ? 'once' : `${picks} times`} in 24 h`)
  if (model.isClosed[bin]) words.push('closed')
  return words
}
