'use client'
import { type PointerEvent, useRef } from 'react'
import { dateFormat } from '@/components/ui/formats'
import { useLocale } from '@/components/ui/locale'
import type { Day, DayBacklog } from '@/lib/figures/day-schema'
import { dayWordsOf } from '@/lib/figures/rules/day-words'
import { sumBy } from '@/lib/figures/rules/sum-by'
import { Curve } from './curve'
import { placedHref, queueHref, refusedHref, scansHref, walkedHref } from './day-paths'
import { DayRow } from './day-row'
import { DaySpans } from './day-spans'

const STEP = 5
const MINUTE_MS = 60_000
const HOURS = [0, 3, 6, 9, 12, 15, 18, 21, 24]
const ALERT_ROWS = 8
const STOCK_OUT_ROWS = 6

type Props = { day: Day; minute: number; onSeek: (minute: number) => void }

/** A day on one line of time: every row has the same hours, and one playhead goes through them all. */
export function TimeLine({ day, minute, onSeek }: Props) {
  const total = totalMinutes(day)
  const track = useRef<HTMLDivElement>(null)
  const seek = (event: PointerEvent<HTMLDivElement>) => {
    const box = track.current?.getBoundingClientRect()
    if (!box || event.buttons !== 1 || event.clientX < box.left) return
    onSeek(((event.clientX - box.left) / box.width) * total)
  }
  const grasp = (event: PointerEvent<HTMLDivElement>) => {
    // What leads somewhere is pressed, not dragged.
    if (event.target instanceof Element && event.target.closest('a')) return
    event.currentTarget.setPointerCapture(event.pointerId)
    seek(event)
  }
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) seek(event)
  }
  return (
    // The slider above does the same by keys; here a mouse or a finger drags through the rows themselves.
    <div
      role="presentation"
      onPointerDown={grasp}
      onPointerMove={drag}
      className="relative cursor-col-resize touch-pan-y select-none"
    >
      <Hours />
      <Flow day={day} total={total} />
      <Floor day={day} total={total} />
      <div
        ref={track}
        className="pointer-events-none absolute inset-y-0 right-0 left-0 md:left-[11rem]"
        aria-hidden="true"
      >
        <div
          className="absolute inset-y-0 w-0.5 -translate-x-px bg-focus"
          style={{ left: `${(100 * (minute + 1)) / total}%` }}
        />
      </div>
    </div>
  )
}

export const totalMinutes = ({ from, to }: Pick<Day, 'from' | 'to'>): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / MINUTE_MS)

function Hours() {
  return (
    <div className="md:ml-[11rem]" aria-hidden="true">
      <div className="relative h-6 text-ink-soft text-xs tabular-nums">
        {HOURS.map((hour) => (
          <span
            key={hour}
            className={`absolute bottom-1 ${hour === 0 ? '' : hour === 24 ? '-translate-x-full' : '-translate-x-1/2'}`}
            style={{ left: `${(100 * hour) / 24}%` }}
          >
            {String(hour).padStart(2, '0')}
          </span>
        ))}
      </div>
    </div>
  )
}

type Part = { day: Day; total: number }

function Flow({ day, total }: Part) {
  const { locale } = useLocale()
  // A calendar day has no zone: its own noon in UTC is that day wherever one is.
  const ghostDay = dateFormat(locale, {
    ...{ timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short' },
  }).format(new Date(`${day.ghost.day}T12:00:00Z`))
  const { placed, refused, declined, cancelled } = day.perMinute
  const orders = sumBy(placed, STEP)
  const ghost = sumBy(day.ghost.placed, STEP)
  const lost = sumBy(
    refused.map((count, at) => count + (declined[at] ?? 0) + (cancelled[at] ?? 0)),
    STEP,
  )
  const alerts = day.spans.filter(({ kind }) => kind !== 'stock-out')
  const words = dayWordsOf(locale)
  return (
    <>
      <DayRow
        title="Orders placed"
        href={placedHref(day)}
        note={`per ${STEP} min, up to ${most(orders)}; dashed: ${ghostDay}`}
        size="tall"
      >
        <Curve
          totalMinutes={total}
          highest={most(orders, ghost)}
          layers={[
            { look: 'bars', ink: 'text-chart', values: orders, stepMinutes: STEP },
            { look: 'line', ink: 'text-edge', values: ghost, stepMinutes: STEP },
          ]}
        />
      </DayRow>
      <DayRow title="Alerts and faults" href="/alerts" note={`${alerts.length || 'none'}`} size="own">
        <DaySpans spans={alerts} day={day} mostRows={ALERT_ROWS} />
      </DayRow>
      <DayRow
        title="Refused, declined, cancelled"
        href={refusedHref(day)}
        note={`per ${STEP} min, up to ${most(lost)}`}
      >
        <Curve
          totalMinutes={total}
          highest={most(lost)}
          layers={[{ look: 'bars', ink: 'text-late', values: lost, stepMinutes: STEP }]}
        />
      </DayRow>
      {day.backlog.map((queue) => (
        <Backlog key={queue.queue} {...queue} title={words.queues[queue.queue]} total={total} />
      ))}
    </>
  )
}

function Backlog({ queue, owed, late, title, total }: DayBacklog & { title: string; total: number }) {
  const highest = most(owed)
  return (
    <DayRow title={`${title} owed`} href={queueHref(queue)} note={`up to ${highest}; late: ${most(late)}`}>
      <Curve
        totalMinutes={total}
        highest={highest}
        layers={[
          { look: 'area', ink: 'text-chart-soft', values: owed, stepMinutes: 1 },
          { look: 'area', ink: 'text-late', values: late, stepMinutes: 1 },
        ]}
      />
    </DayRow>
  )
}

function Floor({ day, total }: Part) {
  const [lines, shorts] = [sumBy(day.perMinute.lines, STEP), sumBy(day.perMinute.shorts, STEP)]
  const [scans, noReads] = [sumBy(day.perMinute.scans, STEP), sumBy(day.perMinute.noReads, STEP)]
  const outs = day.spans.filter(({ kind }) => kind === 'stock-out')
  return (
    <>
      <DayRow
        title="Lines picked, short"
        href={walkedHref(day)}
        note={`per ${STEP} min, up to ${most(lines)}; short in all: ${day.shorts.length}`}
      >
        <Curve
          totalMinutes={total}
          highest={most(lines, shorts)}
          layers={[
            { look: 'bars', ink: 'text-chart', values: lines, stepMinutes: STEP },
            { look: 'bars', ink: 'text-late', values: shorts, stepMinutes: STEP },
          ]}
        />
      </DayRow>
      <DayRow title="Tours walked" href={walkedHref(day)} note={`at once, up to ${most(day.touring)}`}>
        <Curve
          totalMinutes={total}
          highest={most(day.touring)}
          layers={[{ look: 'area', ink: 'text-chart-soft', values: day.touring, stepMinutes: 1 }]}
        />
      </DayRow>
      <DayRow
        title="Belt scans, no reads"
        href={scansHref(day)}
        note={`per ${STEP} min, up to ${most(scans)}; no reads up to ${most(noReads)}`}
      >
        <Curve
          totalMinutes={total}
          highest={most(scans)}
          layers={[
            { look: 'bars', ink: 'text-chart', values: scans, stepMinutes: STEP },
            { look: 'bars', ink: 'text-failed', values: noReads, stepMinutes: STEP },
          ]}
        />
      </DayRow>
      <DayRow
        title="Out of stock"
        href="/inventory?state=out"
        note={`items at once, up to ${most(day.outOfStock)}`}
        size="own"
      >
        <DaySpans spans={outs} day={day} mostRows={STOCK_OUT_ROWS} />
      </DayRow>
    </>
  )
}

const most = (...lists: readonly (readonly number[])[]): number =>
  lists.reduce((highest, list) => list.reduce((high, value) => Math.max(high, value), highest), 0)
