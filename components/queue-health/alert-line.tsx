'use client'
import { ChevronDown } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure'
import { StateMark } from '@/components/ui/state-mark'
import { StatePill } from '@/components/ui/state-pill'
import { Time } from '@/components/ui/time'
import { useClock } from '@/components/ui/use-clock'
import { queueTitle } from '@/lib/queue-health/rules/queue-words'
import { runbookPath } from '@/lib/queue-health/rules/runbook-of'
import type { Alert } from '@/lib/queue-health/schema'
import { AlertActions } from './alert-actions'
import { alertHref, ordersHref } from './alert-links'
import { AlertNotices } from './alert-notices'
import { ALERT_STATES, messageAlone, ordersWords, SEVERITIES } from './alert-words'
import { causeWords } from './queue-words'

/** An alert: what, why, whom it harms, since when, and what to do about it. */
export function AlertLine({ alert }: { alert: Alert }) {
  const [isOpen, setOpen] = useState(false)
  const { text, state } = SEVERITIES[alert.severity]
  const isOver = alert.state === 'resolved'
  return (
    <li className="flex flex-col gap-2.5 px-4 py-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StatePill state={isOver ? 'stopped' : state}>{text}</StatePill>
        <Link
          href={alertHref(alert)}
          className="font-semibold text-base text-ink underline-offset-4 hover:underline"
        >
          {queueTitle(alert.queue)}
        </Link>
        <Standing alert={alert} />
      </div>
      <p className="max-w-[60rem] text-base text-ink first-letter:uppercase">{messageAlone(alert)}</p>
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-ink-soft text-sm">
        <span>{causeWords(alert.cause)}</span>
        {alert.ordersAffected > 0 ? (
          <Link href={ordersHref(alert)} className="text-ink underline underline-offset-4">
            {ordersWords(alert.ordersAffected)} affected
          </Link>
        ) : null}
        <span>
          since <Time at={alert.openedAt} as="clock" />
        </span>
        {alert.escalatedAt ? (
          <span>
            worse since <Time at={alert.escalatedAt} as="clock" />
          </span>
        ) : null}
        <Silence until={alert.silencedUntil} />
        <Link href={runbookPath(alert)} className="text-ink underline underline-offset-4">
          What to do
        </Link>
      </p>
      {/* The panel's content is fetched when somebody asks, so it is drawn only then. */}
      <Disclosure isExpanded={isOpen} onExpandedChange={setOpen}>
        <div className="flex flex-wrap items-center gap-2">
          {isOver ? null : <AlertActions alert={alert} />}
          <Button
            slot="trigger"
            className="flex min-h-11 cursor-pointer items-center gap-1.5 rounded-md px-2 text-ink-soft text-sm hover:text-ink md:min-h-8"
          >
            <ChevronDown size={14} aria-hidden="true" className={isOpen ? 'rotate-180' : ''} />
            Who was told
          </Button>
        </div>
        <DisclosurePanel>{isOpen ? <AlertNotices site={alert.site} id={alert.id} /> : null}</DisclosurePanel>
      </Disclosure>
    </li>
  )
}

function Standing({ alert }: { alert: Alert }) {
  if (alert.resolvedAt)
    return (
      <span className="flex items-center gap-1.5 text-ink-soft text-sm">
        <StateMark state="done" size={12} />
        Resolved <Time at={alert.resolvedAt} />
      </span>
    )
  if (alert.acknowledgedAt)
    return (
      <span className="text-ink-soft text-sm">
        {ALERT_STATES.acknowledged} <Time at={alert.acknowledgedAt} />
        {alert.acknowledgedBy ? ` by ${alert.acknowledgedBy}` : ''}
      </span>
    )
  return <span className="font-medium text-ink text-sm">{ALERT_STATES.open}</span>
}

function Silence({ until }: { until: string | null }) {
  const isSilent = useClock((nowMs) => until !== null && Date.parse(until) > nowMs)
  if (until === null || !isSilent) return null
  return (
    <span className="font-medium text-ink">
      silent until <Time at={until} as="clock" />
    </span>
  )
}
