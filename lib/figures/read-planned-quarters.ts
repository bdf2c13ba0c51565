import { readDay } from './read-day'
import { dayOf } from './rules/report-letter'

const QUARTER_MS = 900_000
const QUARTERS_AN_HOUR = 4

/**
 * Orders that were expected in each quarter of an hour, by the plan of each of the site's days they lie in; null where neither
 * a plan nor a past says anything.
 */
export async function readPlannedQuarters(
  site: string,
  timeZone: string,
  { from, to }: { from: Date; to: Date },
  now: Date,
): Promise<number[] | null> {
  const hour = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' })
  const quarters = Math.ceil((to.getTime() - from.getTime()) / QUARTER_MS)
  const places = Array.from({ length: quarters }, (_, at) => {
    const begins = new Date(from.getTime() + at * QUARTER_MS)
    return { day: dayOf({ from: begins.toISOString(), timeZone }), hour: Number(hour.format(begins)) }
  })
  const plans = new Map<string, readonly number[] | undefined>()
  for (const day of new Set(places.map((place) => place.day)))
    plans.set(day, (await readDay(site, day, now))?.plan?.byHour)
  if ([...plans.values()].every((byHour) => byHour === undefined)) return null
  return places.map((place) => (plans.get(place.day)?.[place.hour] ?? 0) / QUARTERS_AN_HOUR)
}
