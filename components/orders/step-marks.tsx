'use client'
import { StateMark } from '@/components/ui/state-mark'
import type { OrderSummary } from '@/lib/orders/schema'
import { useStandings } from './use-standings'
import { STANDING_WORDS, STEP_WORDS } from './words'

/** An order's six steps on their line, three in line and three deferred, filling in as they happen. */
export function StepMarks({ order }: { order: Pick<OrderSummary, 'steps' | 'status'> }) {
  const standings = useStandings(order)
  return (
    <ol className="flex items-center" aria-label="Steps">
      {order.steps.map(({ kind, mode }, index) => {
        const standing = standings[index] ?? 'waiting'
        const words = `${STEP_WORDS[kind].full}: ${STANDING_WORDS[standing].toLowerCase()}`
        const startsDeferred = mode === 'deferred' && order.steps[index - 1]?.mode === 'inline'
        return (
          <li key={kind} className="relative flex items-center">
            {index === 0 ? null : (
              <i aria-hidden="true" className={`h-px bg-edge ${startsDeferred ? 'w-3' : 'w-1'}`} />
            )}
            <StateMark state={standing} label={words} size={14} />
          </li>
        )
      })}
    </ol>
  )
}
