'use client'
import { Answered } from '@/components/live/answered'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { CsvLink } from '@/components/ui/csv-link'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { Panel } from '@/components/ui/panel'
import { LoadingRows } from '@/components/ui/skeleton'
import { RowKeys } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { type QueueList, queueListSchema } from '@/lib/queue-health/schema'
import { FunctionsTable } from './functions-table'
import { QueueLines } from './queue-lines'
import { queuesPath } from './queue-paths'
import { sortQueues } from './queue-words'
import { WatchedBanner } from './watched-banner'

/** Waits grow by the clock alone. */
const CLOCK_MS = 5_000

/** What is owed and how it gets done: the night shift, the steps of the orders, every background function. */
export function QueuesScreen({ site, initial }: { site: string; initial: Initial<QueueList> }) {
  const list = useLiveQuery({
    site,
    topic: 'queues',
    path: queuesPath(site),
    schema: queueListSchema,
    initial,
    everyMs: CLOCK_MS,
  })
  return (
    <div className="flex flex-col gap-4 md:gap-5">
      <div className="flex flex-wrap items-center justify-between gap-x-3">
        <PageHeading title="Queues" hasFilters>
          {list.data?.watchedAt ? (
            <>
              the watcher looked <Time at={list.data.watchedAt} />
            </>
          ) : null}
        </PageHeading>
        <CsvLink path={queuesPath(site)} />
      </div>
      <RowKeys>
        <Answered query={list} loading={<LoadingRows rows={8} />}>
          {(answer) => <Queues list={answer} askedAtMs={list.dataUpdatedAt} />}
        </Answered>
      </RowKeys>
    </div>
  )
}

function Queues({ list, askedAtMs }: { list: QueueList; askedAtMs: number }) {
  const { engine, steps, functions } = sortQueues(list.items)
  return (
    <>
      <WatchedBanner watchedAt={list.watchedAt} askedAtMs={askedAtMs} />
      {engine.length > 0 ? (
        <Panel title="The night shift" flush>
          <QueueLines label="The night shift" queues={engine} />
        </Panel>
      ) : null}
      <Panel title="What orders are owed" flush>
        {steps.length > 0 ? (
          <QueueLines label="What orders are owed" queues={steps} />
        ) : (
          <EmptyState title="Nothing is measured yet">
            The steps appear here as soon as the watcher has looked for the first time.
          </EmptyState>
        )}
      </Panel>
      <Panel title="Background functions" flush>
        {functions.length > 0 ? (
          <FunctionsTable queues={functions} />
        ) : (
          <EmptyState title="No function is known yet">
            The night shift introduces its functions when it starts.
          </EmptyState>
        )}
      </Panel>
    </>
  )
}
