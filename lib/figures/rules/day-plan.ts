const HOURS = 24

/** A past day of the same weekday: orders in each hour of its clock. */
export type PastDay = readonly number[]

/**
 * What a day should bring: as planned, or without a plan what the same weekday of the last four weeks brought on average.
 * @param curve percent in each hour; empty: as the past days had it, and without a past evenly
 * @returns `byHour`, orders expected in each hour; null where neither plan nor past says anything
 */
export function planDay(
  plan: { orders: number; curve: readonly number[] } | null,
  past: readonly PastDay[],
): { orders: number; byHour: number[] } | null {
  const lived = past.filter((day) => sum(day) > 0)
  const usual = Array.from({ length: HOURS }, (_, hour) => sum(lived.map((day) => day[hour] ?? 0)))
  const shape = plan && plan.curve.length === HOURS ? plan.curve : usual
  const orders = plan?.orders ?? (lived.length > 0 ? Math.round(sum(usual) / lived.length) : null)
  if (orders === null) return null
  const whole = sum(shape)
  const byHour = Array.from({ length: HOURS }, (_, hour) =>
    whole > 0 ? (orders * (shape[hour] ?? 0)) / whole : orders / HOURS,
  )
  return { orders, byHour }
}

/** Orders expected by so many hours after midnight; within an hour they come evenly. */
export function expectedBy(byHour: readonly number[], hours: number): number {
  const whole = Math.min(Math.max(Math.floor(hours), 0), HOURS)
  return sum(byHour.slice(0, whole)) + (byHour[whole] ?? 0) * (hours - whole)
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
