'use client'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { numberFormat } from '@/components/ui/formats'
import { LineChart } from '@/components/ui/line-chart'
import { useLocale } from '@/components/ui/locale'
import { Panel } from '@/components/ui/panel'
import { expectedBy } from '@/lib/figures/rules/day-plan'
import type { DayFigures } from '@/lib/figures/schema'
import { FigureTile } from './figure-tile'
import { listOfFigure, ordersOfHour, type Where } from './figures-paths'
import { PlanDialog } from './plan-dialog'

const HOUR_MS = 3_600_000
const HOURS = 24
/** As high as the tiles beside it. */
const CURVE_PX = 236
type Props = { day: DayFigures; where: Where; figures: DayFigures['figures'] }

/** Orders in, picked, packed, shipped; and how they come in against what is expected of the day. */
export function DayFunnel({ day, where, figures }: Props) {
  const router = useRouter()
  return (
    <div className="grid gap-4 md:gap-5 xl:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
      <ul
        aria-label="Orders from in to shipped"
        className="grid grid-cols-2 gap-px rounded-lg border border-line bg-line shadow-panel [&>li:first-child]:rounded-tl-lg [&>li:last-child]:rounded-br-lg [&>li:nth-child(2)]:rounded-tr-lg [&>li:nth-child(3)]:rounded-bl-lg"
      >
        {figures.map((figure) => (
          <FigureTile key={figure.id} figure={figure} where={where}>
            <PlanBar of={figure.value ?? 0} plan={day.plan} isIn={figure.id === 'orders-in'} />
          </FigureTile>
        ))}
      </ul>
      <Panel
        title="Orders in against plan"
        aside={<PlanDialog site={day.site} day={day.day} plan={day.plan} />}
      >
        <LineChart
          title="Orders placed since midnight and the plan of the day"
          unit="orders since midnight"
          curves={day.plan ? ['orders in', 'plan'] : ['orders in']}
          points={curveOf(day)}
          gapMs={2 * HOUR_MS}
          heightPx={CURVE_PX}
          onPick={(atMs) => router.push(ordersOfHour(atMs, where))}
        />
        <p className="mt-2 text-ink-soft text-xs">
          A place on the chart leads to the orders of its hour;{' '}
          <Link href={listOfFigure('orders-in', where)} className="text-ink underline underline-offset-4">
            all of the day
          </Link>
        </p>
      </Panel>
    </div>
  )
}

/** Of today the line of orders ends now; the plan goes on until midnight. */
function curveOf({ since, now, byHour, plan }: DayFigures) {
  const sinceMs = Date.parse(since)
  const hoursGone = Math.min((Date.parse(now) - sinceMs) / HOUR_MS, HOURS)
  const came = (hours: number) => byHour.slice(0, hours).reduce((sum, orders) => sum + orders, 0)
  const moments = Array.from({ length: HOURS + 1 }, (_, hour) => hour).concat(hoursGone)
  return moments
    .sort((one, other) => one - other)
    .map((hours) => ({
      atMs: sinceMs + hours * HOUR_MS,
      values: [
        hours > hoursGone ? null : came(hours === hoursGone ? HOURS : hours),
        ...(plan ? [Math.round(expectedBy(plan.byHour, hours))] : []),
      ],
    }))
}

function PlanBar({ of, plan, isIn }: { of: number; plan: DayFigures['plan']; isIn: boolean }) {
  const { locale } = useLocale()
  if (!plan || plan.orders === 0) return null
  const write = (value: number) => numberFormat(locale).format(Math.round(value))
  const share = Math.min((of / plan.orders) * 100, 100)
  return (
    <div className="flex flex-col gap-1 text-ink-soft text-xs">
      <span aria-hidden="true" className="relative h-1.5 rounded-sm bg-inset">
        <span className="absolute inset-y-0 left-0 rounded-sm bg-chart" style={{ width: `${share}%` }} />
        <span
          className="absolute -inset-y-0.5 w-0.5 bg-ink"
          style={{ left: `${Math.min((plan.expectedNow / plan.orders) * 100, 100)}%` }}
        />
      </span>
      <span suppressHydrationWarning>
        of {write(plan.orders)} planned{isIn ? `, ${write(plan.expectedNow)} expected by now` : ''}
      </span>
    </div>
  )
}
