'use client'
import dynamic from 'next/dynamic'
import { useId } from 'react'
import { ChartTable } from './chart-table'
import { CHART, DASHES } from './chart-theme'
import { type CurvePoint, thinOut } from './curve-points'
import { dateFormat } from './formats'
import { useLocale } from './locale'

const LineChartCurves = dynamic(() => import('./line-chart-curves').then((file) => file.LineChartCurves), {
  ssr: false,
})

const QUARTER_MS = 15 * 60_000
const DAY_MS = 86_400_000
/** Longer than this, the axis says days. */
const CLOCK_SPAN_MS = 2 * DAY_MS
/** Enough rows to read a curve from, few enough to listen to. */
const TEXT_ROWS = 13

type Props = {
  /** What the chart shows, in words: its caption for those who do not see it. */
  title: string
  /** The unit of the values, written above the axis. */
  unit: string
  /** What the values of a point are, at most two; the second is dashed. */
  curves: readonly [string, string?]
  points: CurvePoint[]
  /** Further apart than this nothing is known between two points, and the line breaks. */
  gapMs: number
  heightPx?: number
  /** A point is pressed, where more is to be seen of it. */
  onPick?: (atMs: number) => void
}

/** One or two curves over time. */
export function LineChart({ title, unit, curves, points, gapMs, heightPx = CHART.heightPx, onPick }: Props) {
  const { locale, timeZone } = useLocale()
  const id = useId()
  const isDays = (points.at(-1)?.atMs ?? 0) - (points[0]?.atMs ?? 0) > CLOCK_SPAN_MS
  const time = { timeZone, hour: '2-digit', minute: '2-digit' } as const
  const day = { timeZone, day: 'numeric', month: 'short' } as const
  const format = dateFormat(locale, isDays ? { ...day, ...time } : time)
  const tick = dateFormat(locale, isDays ? day : time)
  const clock = (atMs: number) => format.format(atMs)
  const names = curves.filter((name) => name !== undefined)
  return (
    <figure aria-labelledby={id} className="min-w-0">
      <figcaption id={id} className="mb-1 flex flex-wrap justify-between gap-x-4 text-ink-soft text-xs">
        <span>
          {unit}
          <span className="sr-only">: {title}</span>
        </span>
        {names.length > 1 ? <Legend names={names} /> : null}
      </figcaption>
      <div aria-hidden="true" style={{ height: heightPx }}>
        <LineChartCurves
          {...{ names, unit, points, gapMs, clock, onPick }}
          tick={(atMs) => tick.format(atMs)}
          tickMs={isDays ? DAY_MS : QUARTER_MS}
        />
      </div>
      <ChartTable
        title={title}
        columns={['Time', ...names]}
        rows={thinOut(points, TEXT_ROWS).map(({ atMs, values }) => ({
          key: atMs,
          name: clock(atMs),
          values,
        }))}
      />
    </figure>
  )
}

function Legend({ names }: { names: string[] }) {
  return (
    <span aria-hidden="true" className="flex gap-3">
      {names.map((name, index) => (
        <span key={name} className="flex items-center gap-1.5">
          <svg width="18" height="6" aria-hidden="true">
            <path d="M0 3h18" stroke={CHART.series} strokeWidth="2" strokeDasharray={DASHES[index]} />
          </svg>
          {name}
        </span>
      ))}
    </span>
  )
}
