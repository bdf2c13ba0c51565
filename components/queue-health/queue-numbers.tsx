import Link from 'next/link'
import type { ReactNode } from 'react'
import { Count } from '@/components/ui/count'
import { STATE_INK, type State } from '@/components/ui/state'
import { StateMark } from '@/components/ui/state-mark'
import { Time } from '@/components/ui/time'
import { durationWords } from '@/components/ui/time-words'
import type { Queue } from '@/lib/queue-health/schema'
import { queueHref, queueLists } from './queue-paths'

/** A queue in six numbers, each leading to its list. */
export function QueueNumbers({ queue }: { queue: Queue }) {
  const lists = queueLists(queue)
  const own = queueHref(queue.name)
  return (
    <dl className="grid grid-cols-3 gap-x-3 gap-y-2.5 md:grid-cols-[repeat(3,5rem)_7.5rem_repeat(2,5rem)]">
      <Figure name="Waiting" href={lists.waiting} note={<Overdue queue={queue} />}>
        <Count value={queue.waiting} />
      </Figure>
      <Figure name="Retrying" href={lists.retrying} state={queue.retrying > 0 ? 'retrying' : undefined}>
        <Count value={queue.retrying} />
      </Figure>
      <Figure name="Dead" href={lists.dead} state={queue.dead > 0 ? 'failed' : undefined}>
        <Count value={queue.dead} />
      </Figure>
      <Figure
        name="Oldest wait"
        href={queue.overdue > 0 ? lists.overdue : lists.waiting}
        note={queue.oldestSince ? <Since at={queue.oldestSince} /> : null}
      >
        {queue.oldestWaitSeconds === null ? '–' : durationWords(queue.oldestWaitSeconds)}
      </Figure>
      <Figure name="Per minute" href={own}>
        <Count value={Math.round(queue.perMinute)} />
      </Figure>
      <Figure name="Drains in" href={own}>
        {queue.drainSeconds === null ? '–' : durationWords(queue.drainSeconds)}
      </Figure>
    </dl>
  )
}

type FigureProps = { name: string; href: string; state?: State; note?: ReactNode; children: ReactNode }

/** A number that asks for nothing is quiet: its mark and colour come only with the first one. */
function Figure({ name, href, state, note, children }: FigureProps) {
  return (
    <div className="min-w-0">
      <dt className="text-ink-soft text-xs">{name}</dt>
      <dd>
        <Link
          href={href}
          className={`inline-flex items-center gap-1.5 whitespace-nowrap font-semibold text-base underline-offset-4 hover:underline max-md:min-h-8 ${state ? STATE_INK[state] : 'text-ink'}`}
        >
          {state ? <StateMark state={state} size={12} /> : null}
          {children}
        </Link>
        {note ? <span className="block text-ink-soft text-xs">{note}</span> : null}
      </dd>
    </div>
  )
}

function Overdue({ queue }: { queue: Queue }) {
  if (queue.overdue === 0) return null
  return (
    <Link
      href={queueLists(queue).overdue}
      className="inline-flex items-center gap-1 font-medium text-late underline-offset-4 hover:underline max-md:min-h-8"
    >
      <StateMark state="late" size={12} />
      <Count value={queue.overdue} /> late
    </Link>
  )
}

function Since({ at }: { at: string }) {
  return (
    <>
      since <Time at={at} as="clock" />
    </>
  )
}
