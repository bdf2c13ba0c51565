'use client'
import { Bar, BarChart, CartesianGrid, Tooltip, XAxis, YAxis } from 'recharts'
import { ChartReading } from './chart-reading'
import { CHART } from './chart-theme'

const QUARTER_MINUTES = 15

type Point = { at: string; value: number }
type Props = { unit: string; points: Point[]; minute: (at: string) => string }

/** What a chart of minutes draws; a file of its own, so that Recharts comes after the page that it stands on can be used. */
export function TimeSeriesBars({ unit, points, minute }: Props) {
  const last = points.length - 1
  const bars = points.map((point, index) => ({
    ...point,
    fill: index === last ? CHART.seriesSoft : CHART.series,
  }))
  // Ticks at the quarters of the hour, whatever minute it is.
  const quarters = points
    .map(({ at }) => at)
    .filter((at) => new Date(at).getUTCMinutes() % QUARTER_MINUTES === 0)
  return (
    <BarChart
      responsive
      data={bars}
      margin={CHART.margin}
      accessibilityLayer={false}
      className="size-full"
      barCategoryGap={1}
    >
      <CartesianGrid {...CHART.grid} />
      <XAxis
        {...CHART.axis}
        dataKey="at"
        tickFormatter={minute}
        ticks={quarters}
        interval="preserveStart"
        minTickGap={16}
        height={26}
      />
      <YAxis {...CHART.axis} axisLine={false} allowDecimals={false} niceTicks="snap125" width="auto" />
      <Tooltip
        cursor={CHART.cursor}
        content={<Reading unit={unit} minute={minute} />}
        isAnimationActive={false}
      />
      <Bar dataKey="value" isAnimationActive={false} radius={[1, 1, 0, 0]} />
    </BarChart>
  )
}

type ReadingProps = {
  unit: string
  minute: (at: string) => string
  active?: boolean
  payload?: readonly { payload?: Point }[]
}

function Reading({ unit, minute, active, payload }: ReadingProps) {
  const point = payload?.[0]?.payload
  if (!active || !point) return null
  return (
    <ChartReading at={minute(point.at)}>
      <p className="font-semibold text-ink">
        {point.value} {unit}
      </p>
    </ChartReading>
  )
}
