'use client'
import Link from 'next/link'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import type { State } from '@/components/ui/state'
import { StateMark } from '@/components/ui/state-mark'
import { Time } from '@/components/ui/time'
import { type AlertList, alertListSchema, alertsPath } from './alert-paths'
import { SEVERITIES, sortAlerts } from './alert-words'

const SHOWN = 3

/** What asks for attention at a site, a line an alert; calm, it is one quiet line. */
export function AlertsStrip({ site, initial }: { site: string; initial: Initial<AlertList> }) {
  const path = alertsPath(site, { state: null, cursor: null })
  const alerts = useLiveQuery({ site, topic: 'alerts', path, schema: alertListSchema, initial })
  const items = sortAlerts(alerts.data?.items ?? [])
  return (
    <section aria-label="Alerts" className="rounded-lg border border-line bg-surface shadow-panel">
      <ul>
        {items.length === 0 ? (
          <Line state="done" text="No alerts: what is owed gets done in time" />
        ) : (
          items
            .slice(0, SHOWN)
            .map(({ id, severity, message, openedAt }) => (
              <Line key={id} state={SEVERITIES[severity].state} text={message} since={openedAt} />
            ))
        )}
        {items.length > SHOWN ? <Line state="late" text={`${items.length - SHOWN} more alerts`} /> : null}
      </ul>
    </section>
  )
}

type LineProps = { state: State; text: string; since?: string }

function Line({ state, text, since }: LineProps) {
  return (
    <li className="border-line border-t first:border-t-0">
      <Link href="/alerts" className="flex items-baseline gap-2 px-4 py-2.5 text-sm hover:bg-inset">
        <span className="translate-y-0.5">
          <StateMark state={state} size={14} />
        </span>
        <span className="min-w-0 text-ink">{text}</span>
        {since === undefined ? null : (
          <span className="ml-auto shrink-0 text-ink-soft text-xs">
            since <Time at={since} as="clock" />
          </span>
        )}
      </Link>
    </li>
  )
}
