'use client'
import Link from 'next/link'
import { Answered } from '@/components/live/answered'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { EmptyState } from '@/components/ui/empty-state'
import { Panel } from '@/components/ui/panel'
import { Skeleton } from '@/components/ui/skeleton'
import { CALENDAR } from '@/lib/replenishment/events'
import {
  type CalendarPage,
  calendarPageSchema,
  type DemandDay,
  demandPageSchema,
  type Forecast,
  forecastPageSchema,
} from '@/lib/replenishment/schema'
import { calendarPath } from './calendar-paths'
import { DemandChart } from './demand-chart'
import { demandExportPath, demandPath, forecastPath } from './demand-paths'
import { demandPoints } from './demand-points'
import { errorInWords, methodInWords } from './demand-words'

/** The first forecast of a house is there within a minute of its start. */
const WAITING_MS = 15_000

export type DemandPage = { items: DemandDay[]; nextCursor: string | null }
export type ForecastPage = { items: Forecast[]; nextCursor: string | null }
type Props = {
  site: string
  sku: string
  /** The site's own days, YYYY-MM-DD. */
  from: string
  today: string
  demand: Initial<DemandPage>
  forecast: Initial<ForecastPage>
  calendar: Initial<CalendarPage>
}

/** What was wanted of an item, and what will be. */
export function DemandPanel({ site, sku, from, today, ...initial }: Props) {
  const days = useLiveQuery({
    ...{ site, topic: 'floor', id: sku, path: demandPath(site, sku, from), schema: demandPageSchema },
    initial: initial.demand,
  })
  const forecasts = useLiveQuery({
    ...{ site, topic: 'floor', id: sku, path: forecastPath(site, sku), schema: forecastPageSchema },
    initial: initial.forecast,
    everyMs: (answer) => (answer?.items.length === 0 ? WAITING_MS : null),
  })
  const calendar = useLiveQuery({
    ...{ site, topic: 'floor', id: CALENDAR, path: calendarPath(site, from), schema: calendarPageSchema },
    initial: initial.calendar,
  })
  const aside = (
    <span className="flex flex-wrap justify-end gap-x-4">
      <Link className={LINK} href="/replenishment/calendar">
        Calendar
      </Link>
      <a className={LINK} href={demandExportPath(site, from)} download>
        Demand of all items as CSV
      </a>
    </span>
  )
  const forecast = forecasts.data?.items[0] ?? null
  return (
    <Panel title="Demand and forecast" aside={aside}>
      <Answered query={days} loading={<Skeleton className="h-56 w-full" />}>
        {({ items }) =>
          items.length === 0 && !forecast ? (
            <EmptyState title="Nobody has wanted this yet">
              Its demand begins with the first order, the first sale at a till, or a history that is brought
              along.
            </EmptyState>
          ) : (
            <>
              <DemandChart
                points={demandPoints(items, {
                  ...{ from, today, forecast },
                  calendar: calendar.data?.items ?? [],
                })}
              />
              <Told forecast={forecast} />
            </>
          )
        }
      </Answered>
    </Panel>
  )
}

const LINK = 'inline-block py-1 underline underline-offset-2 hover:text-ink'
const round = (units: number) => (units < 10 ? Math.round(units * 10) / 10 : Math.round(units))

function Told({ forecast }: { forecast: Forecast | null }) {
  if (!forecast)
    return (
      <p className="text-ink-soft text-sm">
        No forecast yet: it is made at night, from the first day that is over.
      </p>
    )
  const sum = (days: number) => round(forecast.mean.slice(0, days).reduce((total, units) => total + units, 0))
  return (
    <div className="flex flex-col gap-1 text-sm">
      <p className="text-ink">
        <span className="font-semibold" data-figure="Expected in 7 days">
          {sum(7)}
        </span>{' '}
        units expected in 7 days, <span className="font-semibold">{sum(28)}</span> in 28, give or take{' '}
        {round(forecast.sumSd.at(-1) ?? 0)}.
      </p>
      <p className="text-ink-soft">{errorInWords(forecast)}</p>
      <p className="text-ink-soft">{methodInWords(forecast.method)}</p>
    </div>
  )
}
