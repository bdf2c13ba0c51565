'use client'
import type { State } from '@/components/ui/state'
import { StatePill } from '@/components/ui/state-pill'
import { Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import type { Step } from '@/lib/orders/schema'
import type { OrderPage } from '@/lib/support/schema'
import { RetryButton } from './retry-button'
import { useStandings } from './use-standings'
import { STANDING_WORDS, STEP_WORDS } from './words'

// What is merely waiting its turn needs nobody's help.
const IN_TROUBLE = new Set<State>(['retrying', 'late', 'failed'])

/** Each step with its state, attempts and times; what went wrong stands below the step it belongs to. */
export function StepList({ order }: { order: Pick<OrderPage, 'orderNumber' | 'site' | 'steps' | 'status'> }) {
  const standings = useStandings(order)
  return (
    <Table label="The six steps">
      <thead>
        <tr>
          <Th isWide>Step</Th>
          <Th align="right">Attempts</Th>
          <Th from="md" align="right">
            Started
          </Th>
          <Th from="md" align="right">
            Finished
          </Th>
          <Th from="md" align="right">
            Due
          </Th>
          <Th align="right">State</Th>
        </tr>
      </thead>
      <tbody>
        {order.steps.map((step, index) => {
          const standing = standings[index] ?? 'waiting'
          return (
            <tr key={step.kind} className="border-line border-t">
              <Td>
                <span className="font-medium">{STEP_WORDS[step.kind].full}</span>
                <span className="block text-ink-soft text-xs">
                  {step.mode === 'inline' ? 'before the answer' : 'after the answer'}
                </span>
                {step.lastError && standing !== 'done' ? (
                  <span className="mt-1 block max-w-96 break-words font-mono text-failed text-xs">
                    {step.lastError}
                  </span>
                ) : null}
                {step.mode === 'deferred' && IN_TROUBLE.has(standing) ? (
                  <span className="mt-2 block">
                    <RetryButton site={order.site} orderNumber={order.orderNumber} kind={step.kind} />
                  </span>
                ) : null}
              </Td>
              <Td align="right">{step.attempts}</Td>
              <TimeCell at={step.startedAt} />
              <TimeCell at={step.finishedAt} />
              <TimeCell at={step.dueAt} />
              <Td align="right">
                <StatePill state={standing}>{STANDING_WORDS[standing]}</StatePill>
                <PhoneTime step={step} />
              </Td>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}

function TimeCell({ at }: { at: Step['startedAt'] }) {
  return (
    <Td from="md" align="right">
      <span className="text-ink-soft">{at ? <Time at={at} as="clock" /> : '–'}</span>
    </Td>
  )
}

/** A phone has no room for the columns of times: the one that matters goes under the state. */
function PhoneTime({ step }: { step: Step }) {
  const at = step.finishedAt ?? step.dueAt
  if (!at) return null
  return (
    <span className="block whitespace-nowrap text-ink-soft text-xs md:hidden">
      {step.finishedAt ? '' : 'due '}
      <Time at={at} />
    </span>
  )
}
