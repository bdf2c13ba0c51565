'use client'
import { useId } from 'react'
import { Area, Bar, CartesianGrid, ComposedChart, Line, Tooltip, XAxis, YAxis } from 'recharts'
import { ChartReading } from '@/components/ui/chart-reading'
import { ChartTable } from '@/components/ui/chart-table'
import { CHART } from '@/components/ui/chart-theme'
import { dateFormat } from '@/components/ui/formats'
import { useLocale } from '@/components/ui/locale'
import { DAY_KINDS } from './calendar-words'
import { Cross, DemandLegend, Flag } from './demand-marks'
import type { DemandPoint } from './demand-points'

const UNIT = 'units a day'
const HEIGHT_PX = 220
const tenth = (value: number) => Math.round(value * 10) / 10

/** Eight weeks of demand as bars, the forecast as a line within its band; a day with an empty shelf bears a cross, a special one a flag. */
export function DemandChart({ points }: { points: DemandPoint[] }) {
  const { locale } = useLocale()
  const id = useId()
  // A day without its hour is the same everywhere.
  const format = dateFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short' })
  const name = (day: string) => format.format(new Date(day))
  const long = dateFormat(locale, {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  })
  const mondays = points.map(({ day }) => day).filter((day) => new Date(day).getUTCDay() === 1)
  const drawn = points.map((point) => ({
    ...point,
    cross: point.isShort ? 0 : undefined,
    flag: point.special ? 0 : undefined,
  }))
  return (
    <figure aria-labelledby={id} className="min-w-0">
      <figcaption id={id} className="mb-1 flex flex-wrap justify-between gap-x-4 text-ink-soft text-xs">
        <span>
          {UNIT}
          <span className="sr-only">: wanted over the last eight weeks, and forecast for the next four</span>
        </span>
        <DemandLegend />
      </figcaption>
      <div aria-hidden="true" style={{ height: HEIGHT_PX }}>
        <ComposedChart
          responsive
          data={drawn}
          margin={CHART.margin}
          accessibilityLayer={false}
          className="size-full"
          barCategoryGap={1}
        >
          <CartesianGrid {...CHART.grid} />
          <XAxis
            {...CHART.axis}
            dataKey="day"
            tickFormatter={name}
            ticks={mondays}
            minTickGap={16}
            height={26}
          />
          <YAxis {...CHART.axis} axisLine={false} allowDecimals={false} niceTicks="snap125" width="auto" />
          <Tooltip
            cursor={CHART.cursor}
            content={<Reading name={(day) => long.format(new Date(day))} />}
            isAnimationActive={false}
          />
          <Area
            dataKey="band"
            stroke="none"
            fill={CHART.seriesSoft}
            fillOpacity={0.6}
            isAnimationActive={false}
          />
          <Bar dataKey="wanted" fill={CHART.series} isAnimationActive={false} radius={[1, 1, 0, 0]} />
          <Line
            dataKey="mean"
            stroke="var(--color-route)"
            strokeWidth={2}
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
          {markLine('flag', Flag)}
          {markLine('cross', Cross)}
        </ComposedChart>
      </div>
      <ChartTable
        title={`Demand and forecast, ${UNIT}`}
        columns={['Day', UNIT]}
        rows={points.map((point) => ({ key: point.day, name: name(point.day), values: [inWords(point)] }))}
      />
    </figure>
  )
}

/** A line of which only the marks on its days are drawn. */
const markLine = (dataKey: string, Mark: typeof Flag) => (
  <Line
    dataKey={dataKey}
    stroke="none"
    dot={({ cx, cy, value, index }) => (
      <Mark key={index} x={typeof value === 'number' ? cx : undefined} y={cy} />
    )}
    activeDot={false}
    isAnimationActive={false}
  />
)

type ReadingProps = {
  name: (day: string) => string
  active?: boolean
  payload?: readonly { payload?: DemandPoint }[]
}

function Reading({ name, active, payload }: ReadingProps) {
  const point = payload?.[0]?.payload
  if (!active || !point) return null
  return (
    <ChartReading at={name(point.day)}>
      <p className="font-semibold text-ink">{inWords(point)}</p>
    </ChartReading>
  )
}

function inWords({ wanted, isShort, special, mean, band }: DemandPoint): string {
  const day = special?.kind
    ? `; ${[DAY_KINDS[special.kind].text, special.name].filter(Boolean).join(': ')}`
    : ''
  if (mean !== undefined)
    return `${tenth(mean)} expected, ${tenth(band?.[0] ?? 0)} to ${tenth(band?.[1] ?? 0)}${day}`
  return `${wanted ?? 0} wanted${isShort ? ', out of stock' : ''}${day}`
}
