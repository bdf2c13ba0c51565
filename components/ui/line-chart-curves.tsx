'use client'
import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from 'recharts'
import { ChartReading } from './chart-reading'
import { CHART, DASHES } from './chart-theme'
import { breakAtGaps, type CurvePoint } from './curve-points'

type Props = {
  names: string[]
  unit: string
  points: CurvePoint[]
  gapMs: number
  /** A moment in words: of a reading, and of the axis. */
  clock: (atMs: number) => string
  tick: (atMs: number) => string
  tickMs: number
  onPick: ((atMs: number) => void) | undefined
}

/** What a line chart draws; a file of its own, so that Recharts comes after the page that it stands on can be used. */
export function LineChartCurves({ names, unit, points, gapMs, clock, tick, tickMs, onPick }: Props) {
  return (
    <LineChart
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
        tickFormatter={tick}
        ticks={ticksOf(points, tickMs)}
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
    </LineChart>
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
