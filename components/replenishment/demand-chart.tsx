'use client'
import { useId } from 'react'
import { Area, Bar, CartesianGrid, ComposedChart, Line, Tooltip, XAxis, YAxis } from 'recharts'
import { ChartReading } from '@/components/ui/chart-reading'
import { ChartTable } from '@/components/ui/chart-table'
import { CHART } from '@/components/ui/chart-theme'
import { useLocale } from '@/components/ui/locale'
import type { DemandPoint } from './demand-points'

const UNIT = 'units a day'
const HEIGHT_PX = 220
const tenth = (value: number) => Math.round(value * 10) / 10

/** Eight weeks of demand as bars, the forecast as a line within its band; a day with an empty shelf bears a cross. */
export function DemandChart({ points }: { points: DemandPoint[] }) {
  const { locale } = useLocale()
  const id = useId()
  // A day without its hour is the same everywhere.
  const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short' })
  const name = (day: string) => format.format(new Date(day))
  const long = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  })
  const mondays = points.map(({ day }) => day).filter((day) => new Date(day).getUTCDay() === 1)
  const drawn = points.map((point) => ({ ...point, cross: point.isShort ? 0 : undefined }))
  return (
    <figure aria-labelledby={id} className="min-w-0">
      <figcaption id={id} className="mb-1 flex flex-wrap justify-between gap-x-4 text-ink-soft text-xs">
        <span>
          {UNIT}
          <span className="sr-only">: wanted over the last eight weeks, and forecast for the next four</span>
        </span>
        <Legend />
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
          <Line
            dataKey="cross"
            stroke="none"
            dot={({ cx, cy, value, index }) => (
              <Cross key={index} x={typeof value === 'number' ? cx : undefined} y={cy} />
            )}
            activeDot={false}
            isAnimationActive={false}
          />
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

function Cross({ x, y }: { x?: number | undefined; y?: number | undefined }) {
  if (x === undefined || y === undefined) return null
  return (
    <path d={`M${x - 4} ${y - 11}l8 8m0 -8l-8 8`} stroke="var(--color-failed)" strokeWidth={2} fill="none" />
  )
}

function Legend() {
  return (
    <span className="flex flex-wrap gap-x-3" aria-hidden="true">
      <span className="inline-flex items-center gap-1">
        <svg width="10" height="10" role="presentation">
          <rect width="10" height="10" fill="var(--color-chart)" />
        </svg>
        wanted
      </span>
      <span className="inline-flex items-center gap-1">
        <svg width="14" height="12" role="presentation">
          <path d="M3 2l8 8m0 -8l-8 8" stroke="var(--color-failed)" strokeWidth="2" />
        </svg>
        out of stock
      </span>
      <span className="inline-flex items-center gap-1">
        <svg width="16" height="12" role="presentation">
          <rect width="16" height="12" fill="var(--color-chart-soft)" fillOpacity="0.6" />
          <path d="M0 6h16" stroke="var(--color-route)" strokeWidth="2" />
        </svg>
        forecast, and where 80 in 100 days lie
      </span>
    </span>
  )
}

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

function inWords({ wanted, isShort, mean, band }: DemandPoint): string {
  if (mean !== undefined)
    return `${tenth(mean)} expected, ${tenth(band?.[0] ?? 0)} to ${tenth(band?.[1] ?? 0)}`
  return `${wanted ?? 0} wanted${isShort ? ', out of stock' : ''}`
}
