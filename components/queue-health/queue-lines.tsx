import Link from 'next/link'
import { StatePill } from '@/components/ui/state-pill'
import type { Queue } from '@/lib/queue-health/schema'
import { QueueNumbers } from './queue-numbers'
import { queueHref } from './queue-paths'
import { QUEUE_STATES, queueName } from './queue-words'

/** A line a queue, its verdict in words before its numbers; on a phone a card each. */
export function QueueLines({ label, queues }: { label: string; queues: readonly Queue[] }) {
  return (
    <ul aria-label={label} className="divide-y divide-line">
      {queues.map((queue) => (
        <li
          key={queue.name}
          className="grid gap-x-8 gap-y-3 px-4 py-4 xl:grid-cols-[minmax(0,1fr)_auto] xl:items-center"
        >
          <QueueVerdict queue={queue} />
          <QueueNumbers queue={queue} />
        </li>
      ))}
    </ul>
  )
}

function QueueVerdict({ queue }: { queue: Queue }) {
  const { text, state } = QUEUE_STATES[queue.state]
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link
          href={queueHref(queue.name)}
          data-row-link
          className="font-semibold text-base text-ink underline-offset-4 hover:underline"
        >
          {queueName(queue.name)}
        </Link>
        <StatePill state={state}>{text}</StatePill>
      </p>
      <p
        className={`text-sm first-letter:uppercase ${queue.state === 'healthy' ? 'text-ink-soft' : 'text-ink'}`}
      >
        {queue.message}
      </p>
    </div>
  )
}
