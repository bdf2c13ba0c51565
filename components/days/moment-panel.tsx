import Link from 'next/link'
import type { ReactNode } from 'react'
import { Panel } from '@/components/ui/panel'
import type { DaySpan } from '@/lib/figures/day-schema'
import type { DayWords } from '@/lib/figures/rules/day-words'
import type { DayMoment } from '@/lib/figures/rules/moment-of-day'
import { placedHref, queueHref, scansHref, spanHref, walkedHref } from './day-paths'
import { spanName } from './day-spans'

type Props = { moment: DayMoment; clock: string; words: DayWords; from: string }

/** How everything stood at the playhead. */
export function MomentPanel({ moment, clock, words, from }: Props) {
  const lately = { from: moment.latelyFrom, to: moment.at }
  return (
    <Panel title={`At ${clock}`} aside="the end of this minute">
      <dl className="flex flex-col gap-2 text-sm">
        <Line name="Orders placed since midnight" href={placedHref({ from, to: moment.at })}>
          {moment.placedSoFar}
        </Line>
        <Line name="Of them in the last 15 min" href={placedHref(lately)}>
          {moment.placedLately}
        </Line>
        {moment.queues.map(({ queue, owed, late }) => (
          <Line key={queue} name={`${words.queues[queue]} owed`} href={queueHref(queue)}>
            {owed}
            {late > 0 ? <strong className="font-semibold text-late">, {late} late</strong> : null}
          </Line>
        ))}
        <Line name="Tours walked" href={walkedHref(lately)}>
          {moment.touring}
        </Line>
        <Line name="Items out of stock" href="/inventory?state=out">
          {moment.outOfStock}
        </Line>
        <Line name="Belt scans in the last 15 min" href={scansHref(lately)}>
          {moment.scans}
          {moment.noReads > 0 ? `, ${moment.noReads} no reads` : null}
        </Line>
      </dl>
      <Lasting title="Alerts" spans={moment.alerts} />
      <Lasting title="Faults and lanes" spans={moment.others} />
    </Panel>
  )
}

function Line({ name, href, children }: { name: string; href?: string; children: ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-3">
      <dt className="text-ink-soft">
        {href ? (
          <Link href={href} className="underline underline-offset-4 hover:text-ink">
            {name}
          </Link>
        ) : (
          name
        )}
      </dt>
      <dd className="whitespace-nowrap font-medium text-ink tabular-nums">{children}</dd>
    </div>
  )
}

function Lasting({ title, spans }: { title: string; spans: readonly DaySpan[] }) {
  if (spans.length === 0) return <p className="mt-3 text-ink-soft text-sm">{title}: none</p>
  return (
    <section className="mt-3">
      <h3 className="font-medium text-ink text-sm">
        {title}: {spans.length}
      </h3>
      <ul className="mt-1 flex flex-col gap-1">
        {spans.map((span) => {
          const href = spanHref(span)
          return (
            <li key={`${span.kind} ${span.id}`} className="text-ink-soft text-xs">
              {href ? (
                <Link href={href} className="text-ink underline underline-offset-4">
                  {spanName(span)}
                </Link>
              ) : (
                <span className="text-ink">{spanName(span)}</span>
              )}{' '}
              {span.detail}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
