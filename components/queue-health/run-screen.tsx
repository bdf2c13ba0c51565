'use client'
import Link from 'next/link'
import { Answered } from '@/components/live/answered'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { EmptyState } from '@/components/ui/empty-state'
import { JsonText } from '@/components/ui/json-text'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { Panel } from '@/components/ui/panel'
import { LoadingRows } from '@/components/ui/skeleton'
import { StatePill } from '@/components/ui/state-pill'
import { Time } from '@/components/ui/time'
import { waitWords } from '@/components/ui/time-words'
import { type RunPage, runPageSchema } from '@/inngest/engine/schema'
import { queueHref } from './queue-paths'
import { queueName } from './queue-words'
import { RunActions } from './run-actions'
import { runPath } from './run-paths'
import { FailedAttempts, RunSteps } from './run-tables'
import { runStanding, tookMs } from './run-words'

const CLOCK_MS = 5_000

/** One run of a function: its event, its steps, the attempts that failed, what it answered. */
export function RunScreen({ site, initial }: { site: string; initial: Initial<RunPage> }) {
  const { id, functionId } = initial.answer
  const run = useLiveQuery({
    site,
    topic: 'queues',
    path: runPath(id),
    schema: runPageSchema,
    initial,
    everyMs: CLOCK_MS,
  })
  return (
    <div className="flex flex-col gap-4">
      <Breadcrumb href={queueHref(functionId)} list={queueName(functionId)}>
        <span className="font-mono">{id}</span>
      </Breadcrumb>
      <Answered query={run} loading={<LoadingRows rows={8} />}>
        {(page) => (
          <>
            <RunHead site={site} run={page} />
            <div className="grid gap-4 md:gap-5 xl:grid-cols-2 xl:items-start">
              <div className="flex min-w-0 flex-col gap-4 md:gap-5">
                <Panel title="Steps" flush>
                  {page.steps.length === 0 ? (
                    <EmptyState title="No step yet">
                      The run is done in one piece, or has not begun.
                    </EmptyState>
                  ) : (
                    <RunSteps steps={page.steps} />
                  )}
                </Panel>
                <Panel title="Attempts that failed" flush>
                  {page.history.length === 0 ? (
                    <EmptyState title="None">No attempt of this run has failed.</EmptyState>
                  ) : (
                    <FailedAttempts history={page.history} />
                  )}
                </Panel>
              </div>
              <div className="flex min-w-0 flex-col gap-4 md:gap-5">
                <Panel title="Event" aside={<span className="font-mono">{page.eventName}</span>}>
                  <JsonText label="The event as JSON" value={page.event} />
                </Panel>
                {page.status === 'completed' ? (
                  <Panel title="Output">
                    <JsonText label="The output as JSON" value={page.output} />
                  </Panel>
                ) : null}
              </div>
            </div>
          </>
        )}
      </Answered>
    </div>
  )
}

function RunHead({ site, run }: { site: string; run: RunPage }) {
  const { text, state } = runStanding(run)
  const took = tookMs(run)
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <PageHeading title={<Subject run={run} />} />
          <StatePill state={state}>{text}</StatePill>
          <span className="text-ink-soft text-sm">
            begun <Time at={run.startedAt ?? run.createdAt} />
            {took === null ? '' : `, took ${waitWords(took)}`}
            {run.status === 'active' && run.dueAt ? (
              <>
                , goes on <Time at={run.dueAt} />
              </>
            ) : null}
          </span>
        </div>
        <RunActions site={site} run={run} />
      </div>
      {run.error ? (
        <Notice state={state === 'retrying' ? 'retrying' : 'failed'} title={run.error.name}>
          <span className="font-mono text-xs [overflow-wrap:anywhere]">{run.error.message}</span>
        </Notice>
      ) : null}
    </>
  )
}

const ORDER_NUMBER = /^\d{6,}-[A-Z0-9]+$/

/** An order's number leads to the order. */
function Subject({ run: { subject, eventName } }: { run: RunPage }) {
  if (subject && ORDER_NUMBER.test(subject))
    return (
      <Link href={`/orders/${subject}`} className="font-mono underline underline-offset-4">
        {subject}
      </Link>
    )
  return <span className="font-mono [overflow-wrap:anywhere]">{subject ?? eventName}</span>
}
