import { createSerializer, parseAsString } from 'nuqs/server'
import { z } from 'zod'
import { dayAfter } from './demand-paths'

/** The first month in sight, YYYY-MM; left out, this one. */
export const calendarSearch = { month: parseAsString }

const apiQuery = createSerializer({ site: parseAsString, from: parseAsString, to: parseAsString })

/** All special days of a site, or those from one day to another. */
export const calendarPath = (site: string, from?: string): string =>
  apiQuery('/api/calendar', { site, from: from ?? null })

const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

/** What an address says, when it says a month. */
export const monthOr = (asked: string | null, today: string): string =>
  monthSchema.safeParse(asked).data ?? today.slice(0, 7)

/** So many months behind one, YYYY-MM. */
export function monthAfter(month: string, months: number): string {
  const [year = 0, place = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, place - 1 + months, 1)).toISOString().slice(0, 7)
}

/** A month's days in weeks that begin on Monday; null is a day of its neighbours. */
export function weeksOf(month: string): (string | null)[][] {
  const first = `${month}-01`
  const before = (new Date(first).getUTCDay() + 6) % 7
  const weeks: (string | null)[][] = []
  for (let day = dayAfter(first, -before); day.slice(0, 7) <= month; day = dayAfter(day, 7))
    weeks.push(
      Array.from({ length: 7 }, (_, at) => {
        const one = dayAfter(day, at)
        return one.startsWith(month) ? one : null
      }),
    )
  return weeks
}
