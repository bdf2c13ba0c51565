import type { CalendarDay, DemandDay, Forecast } from '@/lib/replenishment/schema'
import { dayAfter } from './demand-paths'

/** A day of the chart: of the past what was wanted, of the time to come what will be. */
export type DemandPoint = {
  day: string
  wanted?: number
  isShort?: boolean
  /** What the day is beyond its weekday. */
  special?: CalendarDay | undefined
  mean?: number
  /** From and to. */
  band?: [number, number]
}

/** A day with nothing there for longer tells less than what was wanted. */
const SHORT_MINUTES = 60

type Asked = { from: string; today: string; forecast: Forecast | null; calendar: readonly CalendarDay[] }

/** Every day from the first to today, also those that had nothing to say, and the forecast's days behind them. */
export function demandPoints(
  days: readonly DemandDay[],
  { from, today, forecast, calendar }: Asked,
): DemandPoint[] {
  const byDay = new Map(days.map((day) => [day.day, day]))
  const specials = new Map(calendar.map((day) => [day.day, day]))
  const points: DemandPoint[] = []
  for (let day = from; day < today; day = dayAfter(day, 1)) {
    const { ordered = 0, sold = 0, refused = 0, outOfStockMinutes = 0 } = byDay.get(day) ?? {}
    points.push({ day, wanted: ordered + sold + refused, isShort: outOfStockMinutes >= SHORT_MINUTES })
  }
  for (const [step, mean] of (forecast?.mean ?? []).entries()) {
    const day = dayAfter(forecast?.madeOn ?? today, step + 1)
    if (day >= today)
      points.push({ day, mean, band: [forecast?.lower[step] ?? 0, forecast?.upper[step] ?? 0] })
  }
  return points.map((point) => ({ ...point, special: specials.get(point.day) }))
}
