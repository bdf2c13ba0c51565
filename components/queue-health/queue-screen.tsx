'use client'
import type { ReactNode } from 'react'
import { Answered } from '@/components/live/answered'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Panel } from '@/components/ui/panel'
import { LoadingRows } from '@/components/ui/skeleton'
import { StateMark } from '@/components/ui/state-mark'
import { StatePill } from '@/components/ui/state-pill'
import { Time } from '@/components/ui/time'
import { waitWords } from '@/components/ui/time-words'
import { type Queue, type QueuePage, queuePageSchema } from '@/lib/queue-health/schema'
import { ordersWords } from './alert-words'
import { FailuresTable } from './failures-table'
import { QueueCurves } from './queue-curves'
import { QueueNumbers } from './queue-numbers'
import { queuePath } from './queue-paths'
import { causeWords, QUEUE_STATES, queueName } from './queue-words'
import { WatchedBanner } from './watched-banner'

const CLOCK_MS = 5_000

/** `children` is what waits in it, which another room shows: orders for a step, runs for a function. */
type Props = { site: string; initial: Initial<QueuePage>; children: ReactNode }

/** One queue: its verdict, its numbers and last hour, what fails, what waits. */
export function QueueScreen({ site, initial, children }: Props) {
  const { name } = initial.answer.queue
  const page = useLiveQuery({
    site,
    topic: 'queues',
    path: queuePath(site, name),
    schema: queuePageSchema,
    initial,
    everyMs: CLOCK_MS,
  })
  return (
    <div className="flex flex-col gap-4 md:gap-5">
      <Breadcrumb href="/queues" list="Queues">
        {queueName(name)}
      </Breadcrumb>
      <Answered query={page} loading={<LoadingRows rows={8} />}>
        {({ queue, samples, failures, watchedAt }) => (
          <>
            <WatchedBanner watchedAt={watchedAt} askedAtMs={page.dataUpdatedAt} />
            <Verdict queue={queue} />
            <Panel title="Now" aside={<Waits queue={queue} />}>
              <QueueNumbers queue={queue} />
            </Panel>
            <QueueCurves samples={samples} things={queue.kind === 'step' ? 'orders' : 'runs'} />
            {failures.length > 0 ? (
              <Panel title="What fails" flush>
                <FailuresTable failures={failures} counted={queue.kind === 'step' ? 'Orders' : 'Runs'} />
              </Panel>
            ) : null}
          </>
        )}
      </Answered>
      {children}
    </div>
  )
}

function Verdict({ queue }: { queue: Queue }) {
  const { text, state } = QUEUE_STATES[queue.state]
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h1 className="font-semibold text-ink text-xl tracking-tight">{queueName(queue.name)}</h1>
        <StatePill state={state}>{text}</StatePill>
        {queue.cause ? <span className="text-ink-soft text-sm">{causeWords(queue.cause)}</span> : null}
        {queue.ordersAffected > 0 ? (
          <span className="text-ink-soft text-sm">{ordersWords(queue.ordersAffected)} affected</span>
        ) : null}
      </div>
      <p
        role="status"
        className="flex max-w-[60rem] items-start gap-3 text-balance text-ink text-lg md:text-xl"
      >
        <span className="mt-1">
          <StateMark state={state} size={22} />
        </span>
        <span className="block first-letter:uppercase">{queue.message}</span>
      </p>
    </div>
  )
}

function Waits({ queue }: { queue: Queue }) {
  return (
    <>
      {queue.lastSuccessAt ? (
        <>
          last done <Time at={queue.lastSuccessAt} />
        </>
      ) : (
        'none done lately'
      )}
      {queue.p95WaitMs === null ? '' : `; 19 of 20 wait ${waitWords(queue.p95WaitMs)} at most`}
    </>
  )
}
