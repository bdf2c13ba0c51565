import { numberFormat } from '@/components/ui/formats'
import type { State } from '@/components/ui/state'
import { FIGURES, type Unit } from '@/lib/figures/rules/figures'
import type { DayFigures, FigureId } from '@/lib/figures/schema'

export const STANDINGS: Record<'good' | 'near' | 'bad', { text: string; state: State }> = {
  good: { text: 'On target', state: 'done' },
  near: { text: 'Just off', state: 'retrying' },
  bad: { text: 'Off target', state: 'late' },
}

const KILOMETRE = 1_000
const UNIT_WORDS: Record<Unit, string> = {
  ...{
    orders: '',
    share: '',
    SKUs: 'SKUs',
    'lines/h': 'lines/h',
    'units/h': 'units/h',
    hours: 'h',
    metres: 'm',
  },
}

/** A figure's value as it is written, its unit apart; a dash where there is none. */
export function figureWords(
  id: FigureId,
  value: number | null,
  locale: string,
): { value: string; unit: string } {
  const { unit } = FIGURES[id]
  if (value === null) return { value: '–', unit: '' }
  const write = (number: number, digits: number, style?: 'percent') =>
    numberFormat(locale, { maximumFractionDigits: digits, ...(style ? { style } : {}) }).format(number)
  if (unit === 'share') return { value: write(value, 1, 'percent'), unit: '' }
  if (unit === 'hours') return { value: write(value, 1), unit: 'h' }
  if (unit === 'metres' && Math.abs(value) >= KILOMETRE)
    return { value: write(value / KILOMETRE, 1), unit: 'km' }
  return { value: write(value, 0), unit: UNIT_WORDS[unit] }
}

export const withUnit = ({ value, unit }: { value: string; unit: string }): string =>
  `${value} ${unit}`.trim()

type Aim = Pick<DayFigures['figures'][number], 'target' | 'isOwnTarget'>

/** What a figure is to be, by whose word, and what the best of the field reach; nothing where it has no target. */
export function aimWords(id: FigureId, { target, isOwnTarget }: Aim, locale: string): string {
  if (target === null) return ''
  const words = (value: number) => withUnit(figureWords(id, value, locale))
  const { best } = FIGURES[id]
  const field = best === undefined ? '' : ` Best in class: ${words(best)} (WERC, DC Measures 2020).`
  return `Target: ${words(target)}, ${isOwnTarget ? 'set by the house' : 'as long as the house sets none'}.${field}`
}

const ENGLISH = new Intl.PluralRules('en')

/** A number with what it counts: `1 order`, `2 orders`. */
export const countWords = (count: number, one: string, locale: string): string =>
  `${numberFormat(locale).format(count)} ${ENGLISH.select(count) === 'one' ? one : `${one}s`}`

/** More than four times as much, or next to nothing, is told by what it was: a percentage of it says little. */
const [LEAST_PERCENT, MOST_PERCENT] = [-99, 300]

/**
 * How a value differs from the same weekday's, signed: shares in points, all else in percent, or what it was then;
 * null where nothing compares.
 */
export function deltaWords(
  id: FigureId,
  value: number | null,
  weekAgo: number | null,
  locale: string,
): string | null {
  if (value === null || weekAgo === null) return null
  const isShare = FIGURES[id].unit === 'share'
  if (!isShare && weekAgo === 0) return null
  const delta = isShare ? (value - weekAgo) * 100 : (value / weekAgo - 1) * 100
  if (!isShare && (delta < LEAST_PERCENT || delta > MOST_PERCENT)) {
    const { value: then, unit } = figureWords(id, weekAgo, locale)
    return `last week ${then} ${unit}`.trim()
  }
  const digits = isShare ? 1 : 0
  const text = numberFormat(locale, {
    maximumFractionDigits: digits,
    signDisplay: 'exceptZero',
  }).format(delta)
  return `${text} ${isShare ? 'pt' : '%'} on last week`
}

const MINUTE_MS = 60_000
/** What is left until a moment: `2 h 05 min`, or `4 min`; null when it is over. */
export function leftWords(atMs: number, nowMs: number): string | null {
  const minutes = Math.floor((atMs - nowMs) / MINUTE_MS)
  if (minutes < 0) return null
  const hours = Math.floor(minutes / 60)
  return hours === 0 ? `${minutes} min` : `${hours} h ${String(minutes % 60).padStart(2, '0')} min`
}
