import type { DayHours } from '../day-schema'
import type { ReportFacts, ReportFigure } from '../report-schema'
import { highestBy, sumBy } from './sum-by'

const QUARTER = 15
const MOST_STOCK_OUTS = 8
const MOST_SHORTS = 12
const MOST_ALERTS = 10

type About = Pick<ReportFacts, 'siteName' | 'locale' | 'shift' | 'isOnDemand'>

/** What a report tells of some hours, held against the same hours a week earlier and the plan, if there is one. */
export function reportFacts(
  about: About,
  hours: DayHours,
  before: DayHours,
  planned: number[] | null,
): ReportFacts {
  const { site, timeZone, from, to, minutes, peaks, lateness, readAt } = hours
  const [now, then] = [figuresOf(hours), figuresOf(before)]
  const of = (kind: DayHours['spans'][number]['kind']) => hours.spans.filter((span) => span.kind === kind)
  const together = (lists: readonly (readonly number[])[]) =>
    Array.from({ length: minutes }, (_, at) => lists.reduce((sum, list) => sum + (list[at] ?? 0), 0))
  return {
    ...{ ...about, site, timeZone, from, to, minutes, peaks, lateness, writtenAt: readAt },
    figures: FIGURES.map((figure) => ({ figure, value: now[figure], before: then[figure] })),
    quarters: {
      orders: sumBy(hours.perMinute.placed, QUARTER),
      expected: planned ?? sumBy(before.perMinute.placed, QUARTER),
      lines: sumBy(hours.perMinute.lines, QUARTER),
      owed: highestBy(together(hours.backlog.map(({ owed }) => owed)), QUARTER),
      late: highestBy(together(hours.backlog.map(({ late }) => late)), QUARTER),
    },
    isPlanned: planned !== null,
    spans: of('alert').slice(-MOST_ALERTS),
    stockOuts: of('stock-out').slice(0, MOST_STOCK_OUTS),
    shorts: hours.shorts.slice(0, MOST_SHORTS),
  }
}

const FIGURES: readonly ReportFigure[] = [
  ...(['orders', 'units', 'lost', 'lines', 'shorts', 'packed', 'handedOver'] as const),
  ...(['lateMost', 'alerts', 'stockOuts', 'scans', 'noReads'] as const),
]

function figuresOf({ perMinute, backlog, spans }: DayHours): Record<ReportFigure, number> {
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
  const { placed, units, refused, declined, cancelled, lines, shorts, packed, handedOver } = perMinute
  const count = (kind: DayHours['spans'][number]['kind']) => spans.filter((span) => span.kind === kind).length
  return {
    ...{ orders: sum(placed), units: sum(units), lost: sum(refused) + sum(declined) + sum(cancelled) },
    ...{ lines: sum(lines), shorts: sum(shorts), packed: sum(packed), handedOver: sum(handedOver) },
    lateMost: backlog.flatMap(({ late }) => late).reduce((most, late) => Math.max(most, late), 0),
    ...{ alerts: count('alert'), stockOuts: count('stock-out') },
    ...{ scans: sum(perMinute.scans), noReads: sum(perMinute.noReads) },
  }
}
