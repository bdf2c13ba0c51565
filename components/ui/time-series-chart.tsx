'use client'
import { useId } from 'react'
import { Bar, BarChart, CartesianGrid, Tooltip, XAxis, YAxis } from 'recharts'
import { ChartReading } from './chart-reading'
import { ChartTable } from './chart-table'
import { CHART } from './chart-theme'
import { useLocale } from './locale'

const QUARTER_MINUTES = 15

type Point = { at: string; value: number }
type Props = {
  /** What the chart shows, in words: its caption for those who do not see it. */
  title: string
  /** The unit of the values, written on the axis. */
  unit: string
  points: Point[]
}

/** A count a minute as bars; the last bar is still filling and is drawn softer. */
export function TimeSeriesChart({ title, unit, points }: Props) {
  const { locale, timeZone } = useLocale()
  const id = useId()
  const clock = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' })
  const minute = (at: string) => clock.format(new Date(at))
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
    <figure aria-labelledby={id}>
      <figcaption id={id} className="mb-1 text-ink-soft text-xs">
        {unit}
        <span className="sr-only">: {title}</span>
      </figcaption>
      <div aria-hidden="true" style={{ height: CHART.heightPx }}>
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
      </div>
      <ChartTable
        title={title}
        columns={['Minute', unit]}
        rows={points.map(({ at, value }) => ({ key: at, name: minute(at), values: [value] }))}
      />
    </figure>
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
