import { dateFormat } from './formats'

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
  const day = dateFormat(locale, { timeZone, dateStyle: 'short' })
  const today = day.format(atMs) === day.format(nowMs)
  return dateFormat(locale, {
    timeZone,
    ...(today ? {} : { day: 'numeric', month: 'short' }),
    hour: '2-digit',
    minute: '2-digit',
    ...(today ? { second: '2-digit' } : {}),
  }).format(atMs)
}

/** Date, time and zone in full. */
export function exactWords(atMs: number, locale: string, timeZone: string): string {
  return dateFormat(locale, { timeZone, dateStyle: 'full', timeStyle: 'long' }).format(atMs)
}

/** "40 s", "3 min 15 s", "12 min", "1 h 5 min", "2 d 3 h": seconds matter for the first ten minutes only. */
export function durationWords(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  const minutes = Math.floor(whole / 60)
  const hours = Math.floor(minutes / 60)
  if (minutes === 0) return `${whole} s`
  if (minutes < 10) return parts(minutes, 'min', whole % 60, 's')
  if (hours === 0) return `${minutes} min`
  if (hours < 24) return parts(hours, 'h', minutes % 60, 'min')
  return parts(Math.floor(hours / 24), 'd', hours % 24, 'h')
}

const parts = (large: number, largeUnit: string, small: number, smallUnit: string): string =>
  small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`

/** A wait that may be too short for seconds: "180 ms", "3 min 15 s". */
export const waitWords = (waitMs: number): string =>
  waitMs < SECOND_MS ? `${Math.round(waitMs)} ms` : durationWords(waitMs / SECOND_MS)
