type Calendar = { reviewDays: number; orderWeekdays: readonly number[] }

const WEEK = 7

/** Does the supplier take orders on this day of the week, 1 Monday to 7 Sunday? */
export const takesOrders = ({ orderWeekdays }: Calendar, weekday: number): boolean =>
  orderWeekdays.length === 0 || orderWeekdays.includes(weekday)

/** Days from this day of the week to the next chance to order. */
export function daysToNextOrder({ reviewDays, orderWeekdays }: Calendar, weekday: number): number {
  if (orderWeekdays.length === 0) return reviewDays
  for (let days = 1; days <= WEEK; days++)
    if (orderWeekdays.includes(((weekday - 1 + days) % WEEK) + 1)) return days
  return WEEK
}

/** The day of the week of a day of the calendar, 1 Monday to 7 Sunday. */
export const weekdayOf = (day: string): number => new Date(day).getUTCDay() || WEEK

/** The day so many days from a day of the calendar, YYYY-MM-DD. */
export function dayAfter(day: string, days: number): string {
  const then = new Date(day)
  then.setUTCDate(then.getUTCDate() + days)
  return then.toISOString().slice(0, 10)
}
