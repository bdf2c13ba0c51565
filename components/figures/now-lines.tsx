'use client'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { numberFormat } from '@/components/ui/formats'
import { useLocale } from '@/components/ui/locale'
import type { State } from '@/components/ui/state'
import { StateMark } from '@/components/ui/state-mark'
import type { DayFigures } from '@/lib/figures/schema'
import { queueTitle } from '@/lib/queue-health/rules/queue-words'
import { countWords } from './figure-words'
import { at, type Where } from './figures-paths'

const QUEUE_STATES: Record<string, State> = { slow: 'retrying', stalled: 'late', down: 'failed' }
/** More unread labels than this ask for somebody to look at the scanner. */
const NO_READ_LIMIT = 0.01

/** Queues and belts in one line each. */
export function NowLines({ queue, belt, where }: Pick<DayFigures, 'queue' | 'belt'> & { where: Where }) {
  const { locale } = useLocale()
  const write = (value: number, style?: 'percent') =>
    numberFormat(locale, { maximumFractionDigits: 1, ...(style ? { style } : {}) }).format(value)
  return (
    <ul aria-label="Queues and belts" className="rounded-lg border border-line bg-surface shadow-panel">
      {queue === null ? (
        <Line href={at('/queues', where)} name="Queues" state="done">
          All healthy
        </Line>
      ) : (
        <Line
          href={at(`/queues/${queue.name}`, where)}
          name="Queues"
          state={QUEUE_STATES[queue.state] ?? 'late'}
        >
          {queueTitle(queue.name)} is {queue.state}: {queue.message};{' '}
          {countWords(queue.ordersAffected, 'order', locale)} affected
        </Line>
      )}
      {belt === null ? (
        <Line href={at('/conveyor', where)} name="Belt" state="stopped">
          Nothing scanned in the last hour
        </Line>
      ) : (
        <Line
          href={at('/conveyor', where)}
          name="Belt"
          state={belt.noReadShare > NO_READ_LIMIT ? 'late' : 'done'}
        >
          {write(belt.perMinute)} boxes/min over 5 min, {write(belt.noReadShare, 'percent')} not read over the
          last hour
        </Line>
      )}
    </ul>
  )
}

function Line({
  href,
  name,
  state,
  children,
}: {
  href: string
  name: string
  state: State
  children: ReactNode
}) {
  return (
    <li className="border-line border-t first:border-t-0">
      <Link href={href} className="flex items-baseline gap-2 px-4 py-2.5 text-ink text-sm hover:bg-inset">
        <span className="translate-y-0.5">
          <StateMark state={state} size={14} />
        </span>
        <span className="w-14 shrink-0 text-ink-soft">{name}</span>
        <span className="min-w-0" suppressHydrationWarning>
          {children}
        </span>
      </Link>
    </li>
  )
}
