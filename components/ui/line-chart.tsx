'use client'
import { useId } from 'react'
import { CartesianGrid, Line, LineChart as RechartsLineChart, Tooltip, XAxis, YAxis } from 'recharts'
import { ChartReading } from './chart-reading'
import { ChartTable } from './chart-table'
import { CHART } from './chart-theme'
import { breakAtGaps, type CurvePoint, thinOut } from './curve-points'
import { useLocale } from './locale'

const DASHES = [undefined, '5 3'] as const
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
  const format = new Intl.DateTimeFormat(locale, isDays ? { ...day, ...time } : time)
  const tick = new Intl.DateTimeFormat(locale, isDays ? day : time)
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
        <RechartsLineChart
          responsive
          data={breakAtGaps(points, gapMs)}
          margin={CHART.margin}
          accessibilityLayer={false}
          className={`size-full ${onPick ? 'cursor-pointer' : ''}`}
          onClick={({ activeLabel }) => {
            if (activeLabel !== undefined) onPick?.(Number(activeLabel))
          }}
        >
          <CartesianGrid {...CHART.grid} />
          <XAxis
            {...CHART.axis}
            dataKey="atMs"
            type="number"
            domain={['dataMin', 'dataMax']}
            tickFormatter={(atMs: number) => tick.format(atMs)}
            ticks={ticksOf(points, isDays ? DAY_MS : QUARTER_MS)}
            interval="preserveStartEnd"
            minTickGap={16}
            height={26}
          />
          <YAxis {...CHART.axis} axisLine={false} allowDecimals={false} niceTicks="snap125" width="auto" />
          <Tooltip
            cursor={{ stroke: CHART.axis.stroke }}
            content={<Reading names={names} unit={unit} clock={clock} />}
            isAnimationActive={false}
          />
          {names.map((name, index) => (
            <Line
              key={name}
              dataKey={`values[${index}]`}
              type="stepAfter"
              stroke={CHART.series}
              strokeWidth={1.75}
              strokeDasharray={DASHES[index]}
              dot={false}
              isAnimationActive={false}
            />
          ))}
        </RechartsLineChart>
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

/** The quarters of the hour or the days, whatever minute it is; both ends of a curve too young to have two. */
function ticksOf(points: CurvePoint[], stepMs: number): number[] {
  const [first, last] = [points[0]?.atMs ?? 0, points.at(-1)?.atMs ?? 0]
  const begin = Math.ceil(first / stepMs)
  const steps = Math.floor(last / stepMs) - begin + 1
  if (steps < 2) return [first, last]
  return Array.from({ length: steps }, (_, step) => (begin + step) * stepMs)
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

type ReadingProps = {
  clock: (atMs: number) => string
  names: string[]
  unit: string
  active?: boolean
  payload?: readonly { payload?: CurvePoint }[]
}

function Reading({ names, unit, clock, active, payload }: ReadingProps) {
  const point = payload?.[0]?.payload
  if (!active || !point || point.values.length === 0) return null
  return (
    <ChartReading at={`${clock(point.atMs)}, ${unit}`}>
      {names.map((name, index) => (
        <p key={name} className="font-semibold text-ink">
          {point.values[index]} <span className="font-normal">{name}</span>
        </p>
      ))}
    </ChartReading>
  )
}
