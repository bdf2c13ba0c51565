'use client'
import Link from 'next/link'
import { Answered } from '@/components/live/answered'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { EmptyState } from '@/components/ui/empty-state'
import { Panel } from '@/components/ui/panel'
import { LoadingRows } from '@/components/ui/skeleton'
import { RowKeys } from '@/components/ui/table'
import { TimeSeriesChart } from '@/components/ui/time-series-chart'
import { type Today, todaySchema } from '@/lib/support/schema'
import { OrdersTable } from './orders-table'
import { StepStrip } from './step-strip'
import { TodayFigures } from './today-figures'

/** Being late and the minutes of the chart go by the clock alone. */
const CLOCK_MS = 10_000

/** The checkout of today as it happens: figures, the six steps, the last hour, what just came in. */
export function TodayScreen({ site, initial }: { site: string; initial: Initial<Today> }) {
  const { path } = initial
  const today = useLiveQuery({ site, topic: 'orders', path, schema: todaySchema, initial, everyMs: CLOCK_MS })
  return (
    <div className="flex flex-col gap-4 md:gap-5">
      <Answered query={today} loading={<LoadingRows rows={8} />}>
        {(day) => (
          <>
            <div className="grid gap-4 md:gap-5 xl:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
              <TodayFigures today={day} />
              <Panel title="Orders placed, last 60 minutes">
                <TimeSeriesChart
                  title="Orders placed in each of the last 60 minutes"
                  unit="orders per minute"
                  points={day.perMinute.map(({ at, placed }) => ({ at, value: placed }))}
                />
              </Panel>
            </div>
            <StepStrip steps={day.steps} since={day.since} />
            <Newest today={day} />
          </>
        )}
      </Answered>
    </div>
  )
}

function Newest({ today }: { today: Today }) {
  const all = (
    <Link href="/orders" className="underline underline-offset-4 hover:text-ink">
      All orders
    </Link>
  )
  return (
    <Panel title="Newest orders" aside={all} flush>
      {today.newest.length === 0 ? (
        <EmptyState title="No orders yet">The first order appears here the moment it is placed.</EmptyState>
      ) : (
        <RowKeys>
          <OrdersTable label="Newest orders" orders={today.newest} />
        </RowKeys>
      )}
    </Panel>
  )
}
