import Link from 'next/link'
import { Count } from '@/components/ui/count'
import { RowLink } from '@/components/ui/row-link'
import { StateMark } from '@/components/ui/state-mark'
import { StatePill } from '@/components/ui/state-pill'
import { Row, Table, Td, Th } from '@/components/ui/table'
import { durationWords } from '@/components/ui/time-words'
import type { Queue } from '@/lib/queue-health/schema'
import { queueHref, queueLists } from './queue-paths'
import { QUEUE_STATES, queueName } from './queue-words'

/** The night shift's functions, dense: only one in trouble says why. */
export function FunctionsTable({ queues }: { queues: readonly Queue[] }) {
  return (
    <Table label="Background functions">
      <thead>
        <tr>
          <Th isWide>Function</Th>
          <Th align="right">Waiting</Th>
          <Th from="md" align="right">
            Running
          </Th>
          <Th from="md" align="right">
            Retrying
          </Th>
          <Th align="right">Dead</Th>
          <Th from="lg" align="right">
            Oldest wait
          </Th>
          <Th from="lg" align="right">
            Per minute
          </Th>
          <Th from="md" align="right">
            State
          </Th>
        </tr>
      </thead>
      <tbody>
        {queues.map((queue) => (
          <Row key={queue.name}>
            <FunctionCells queue={queue} />
          </Row>
        ))}
      </tbody>
    </Table>
  )
}

function FunctionCells({ queue }: { queue: Queue }) {
  const { text, state } = QUEUE_STATES[queue.state]
  return (
    <>
      <Td>
        <span className="flex items-start gap-2">
          <span className="mt-0.5 md:hidden">
            <StateMark state={state} label={text} size={14} />
          </span>
          <RowLink href={queueHref(queue.name)} wraps>
            {queueName(queue.name)}
          </RowLink>
        </span>
        {queue.state === 'healthy' ? null : (
          <span className="block text-ink-soft text-xs first-letter:uppercase">{queue.message}</span>
        )}
      </Td>
      <Td align="right">
        <Count value={queue.waiting} />
      </Td>
      <Td from="md" align="right">
        <Count value={queue.running} />
      </Td>
      <Td from="md" align="right">
        <Count value={queue.retrying} />
      </Td>
      <Td align="right">
        <Link
          href={queueLists(queue).dead}
          className={`relative z-1 underline-offset-4 hover:underline ${queue.dead > 0 ? 'font-medium text-failed' : ''}`}
        >
          <Count value={queue.dead} />
          <span className="sr-only"> dead letters of {queueName(queue.name)}</span>
        </Link>
      </Td>
      <Td from="lg" align="right">
        {queue.oldestWaitSeconds === null ? '–' : durationWords(queue.oldestWaitSeconds)}
      </Td>
      <Td from="lg" align="right">
        <Count value={Math.round(queue.perMinute)} />
      </Td>
      <Td from="md" align="right">
        <StatePill state={state}>{text}</StatePill>
      </Td>
    </>
  )
}
