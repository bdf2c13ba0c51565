import type { DayHours, Lateness, Peak } from '../day-schema'
import { dayWordsOf } from './day-words'

const MINUTE_MS = 60_000
/** What a peak brings about shows a little after it. */
const AFTER_MINUTES = 15

export type Told = { fromMinute: number; toMinute: number; text: string }
type Facts = Pick<DayHours, 'from' | 'timeZone' | 'peaks' | 'lateness' | 'spans'>

/** What stood out, one sentence each, in the order of time: peaks with what they brought about, then what was late without one, then other alerts. */
export function tellDay(facts: Facts, locale: string): Told[] {
  const words = dayWordsOf(locale)
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const clock = new Intl.DateTimeFormat(locale, {
    timeZone: facts.timeZone,
    hour: '2-digit',
    minute: '2-digit',
  })
  const at = (minute: number) => clock.format(Date.parse(facts.from) + minute * MINUTE_MS)
  const between = ({ fromMinute, toMinute }: Peak | Lateness) => `${at(fromMinute)}–${at(toMinute)}`
  const behind = ({ behindSeconds }: Lateness) => number.format(Math.max(1, Math.round(behindSeconds / 60)))
  const isOf = (late: Lateness) => (peak: Peak) =>
    late.fromMinute < peak.toMinute + AFTER_MINUTES && late.toMinute > peak.fromMinute
  const peaks = facts.peaks.map((peak) => ({
    ...peak,
    text: `${between(peak)}: ${[
      words.peak(number.format(peak.orders), number.format(peak.times)),
      ...facts.lateness
        .filter((late) => isOf(late)(peak))
        .map((late) => words.behind(words.queues[late.queue], behind(late))),
      ...alertsOf(facts, peak).map(words.alert),
    ].join('; ')}`,
  }))
  const alone = facts.lateness.filter((late) => !facts.peaks.some(isOf(late)))
  const late = alone.map((one) => ({
    ...one,
    text: `${between(one)}: ${[
      words.late(words.queues[one.queue], number.format(one.orders), behind(one)),
      ...alertsOf(facts, one, one.queue).map(words.alert),
    ].join('; ')}`,
  }))
  const told = [...facts.peaks, ...alone]
  const others = facts.spans
    .filter(({ kind, from }) => kind === 'alert' && Date.parse(from) >= Date.parse(facts.from))
    .map(({ from, about, detail }) => ({ minute: minuteOf(facts, from), about, detail }))
    .filter(
      ({ minute, about }) =>
        !told.some((one) => isWithin(minute, one) && (!('queue' in one) || one.queue === about)),
    )
    .map(({ minute, detail }) => {
      const fromMinute = Math.floor(minute)
      return { fromMinute, toMinute: fromMinute + 1, text: `${at(fromMinute)}: ${words.alert(detail)}` }
    })
  return [...peaks, ...late, ...others]
    .map(({ fromMinute, toMinute, text }) => ({ fromMinute, toMinute, text }))
    .sort((one, other) => one.fromMinute - other.fromMinute)
}

const minuteOf = (facts: Facts, moment: string): number =>
  (Date.parse(moment) - Date.parse(facts.from)) / MINUTE_MS

const isWithin = (minute: number, during: { fromMinute: number; toMinute: number }): boolean =>
  minute >= during.fromMinute && minute < during.toMinute + AFTER_MINUTES

function alertsOf(facts: Facts, during: { fromMinute: number; toMinute: number }, queue?: string): string[] {
  return facts.spans
    .filter(({ kind, about }) => kind === 'alert' && (queue === undefined || about === queue))
    .filter(({ from }) => isWithin(minuteOf(facts, from), during))
    .map(({ detail }) => detail)
}
