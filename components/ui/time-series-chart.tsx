'use client'
import dynamic from 'next/dynamic'
import { useId } from 'react'
import { ChartTable } from './chart-table'
import { CHART } from './chart-theme'
import { dateFormat } from './formats'
import { useLocale } from './locale'

const TimeSeriesBars = dynamic(() => import('./time-series-bars').then((file) => file.TimeSeriesBars), {
  ssr: false,
})

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
  const clock = dateFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' })
  const minute = (at: string) => clock.format(new Date(at))
  return (
    <figure aria-labelledby={id}>
      <figcaption id={id} className="mb-1 text-ink-soft text-xs">
        {unit}
        <span className="sr-only">: {title}</span>
      </figcaption>
      <div aria-hidden="true" style={{ height: CHART.heightPx }}>
        <TimeSeriesBars {...{ unit, points, minute }} />
      </div>
      <ChartTable
        title={title}
        columns={['Minute', unit]}
        rows={points.map(({ at, value }) => ({ key: at, name: minute(at), values: [value] }))}
      />
    </figure>
  )
}
