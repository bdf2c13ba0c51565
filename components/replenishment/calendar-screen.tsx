'use client'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useQueryStates } from 'nuqs'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Answered } from '@/components/live/answered'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { IconButton } from '@/components/ui/icon-button'
import { PageHeading } from '@/components/ui/page-heading'
import { Panel } from '@/components/ui/panel'
import { LoadingRows } from '@/components/ui/skeleton'
import { CALENDAR } from '@/lib/replenishment/events'
import { type CalendarPage, calendarPageSchema } from '@/lib/replenishment/schema'
import { CalendarDayDialog } from './calendar-day-dialog'
import { CalendarDays } from './calendar-days'
import { CalendarMonth } from './calendar-month'
import { calendarSearch, monthAfter, monthOr } from './calendar-paths'
import { dayAfter } from './demand-paths'

type Props = { site: string; today: string; initial: Initial<CalendarPage> }

/** Days that are not like their weekday, and what the forecast makes of them. */
export function CalendarScreen({ site, today, initial }: Props) {
  const query = useLiveQuery({
    ...{ site, topic: 'floor' as const, id: CALENDAR, path: initial.path },
    ...{ schema: calendarPageSchema, initial },
  })
  return (
    <div className="flex flex-col gap-4 md:gap-5">
      <Breadcrumb href="/replenishment" list="Replenishment">
        Calendar
      </Breadcrumb>
      <PageHeading title="Calendar">
        holidays, promotions and closed days, as the forecast knows them
      </PageHeading>
      <Answered query={query} loading={<LoadingRows rows={8} />}>
        {(calendar) => <Calendar {...{ site, today, calendar }} />}
      </Answered>
    </div>
  )
}

/** Of a desk's screen; a phone shows one below the other. */
const MONTHS = [0, 1, 2]
const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

function Calendar({ site, today, calendar }: Omit<Props, 'initial'> & { calendar: CalendarPage }) {
  const [search, setSearch] = useQueryStates(calendarSearch)
  const first = monthOr(search.month, today)
  const [chosen, setChosen] = useState<string | null>(null)
  const [cursor, setCursor] = useState(today)
  const months = useRef<HTMLDivElement>(null)
  const isWalking = useRef(false)
  const isInSight = (day: string) => MONTHS.some((at) => day.startsWith(monthAfter(first, at)))
  const stop = isInSight(cursor) ? cursor : `${first}-01`
  useEffect(() => {
    if (isWalking.current) months.current?.querySelector<HTMLElement>(`[data-day="${stop}"]`)?.focus()
    isWalking.current = false
  })
  const go = (steps: number) => void setSearch({ month: monthAfter(first, steps) }, { history: 'push' })
  const walk = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = dayAfter(stop, step)
    isWalking.current = true
    setCursor(next)
    if (!isInSight(next)) go(step < 0 ? -1 : 1)
  }
  const marked = new Map(calendar.items.map((day) => [day.day, day]))
  const open = (day: string) => {
    setCursor(day)
    setChosen(day)
  }
  return (
    <>
      <Panel
        title="Press a day to say what it is"
        aside={
          <span className="flex">
            <IconButton label="A month back" onPress={() => go(-1)}>
              <ChevronLeft size={16} aria-hidden="true" />
            </IconButton>
            <IconButton label="A month on" onPress={() => go(1)}>
              <ChevronRight size={16} aria-hidden="true" />
            </IconButton>
          </span>
        }
      >
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys only move focus between the days inside */}
        <div ref={months} onKeyDown={walk} className="grid items-start gap-6 md:grid-cols-2 xl:grid-cols-3">
          {MONTHS.map((at) => (
            <CalendarMonth
              key={at}
              {...{ today, marked }}
              month={monthAfter(first, at)}
              cursor={stop}
              onPress={open}
            />
          ))}
        </div>
      </Panel>
      <CalendarDays {...{ today, calendar }} onOpen={open} />
      {chosen ? (
        <CalendarDayDialog
          key={chosen}
          {...{ site, effects: calendar.effects, isPast: chosen < today }}
          day={marked.get(chosen) ?? { day: chosen, kind: null, name: '' }}
          onClose={() => setChosen(null)}
        />
      ) : null}
    </>
  )
}
