'use client'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import type { Reorder, ReorderState } from '@/lib/replenishment/reorder-schema'
import type { Decision } from './use-deciding'

/** What can be done with rows of a state, beside sending them. */
const DECISIONS: Record<ReorderState, readonly { to: Decision; text: string; said: string }[]> = {
  proposed: [
    { to: 'dismissed', text: 'Dismiss', said: 'dismissed' },
    { to: 'approved', text: 'Approve', said: 'approved; it can be taken back until it is sent' },
  ],
  approved: [{ to: 'proposed', text: 'Take back', said: 'to be decided again' }],
  dismissed: [{ to: 'proposed', text: 'Take back', said: 'to be decided again' }],
  sent: [{ to: 'dismissed', text: 'It is not coming', said: 'no longer awaited' }],
  received: [],
}

type Props = {
  state: ReorderState
  rows: readonly Reorder[]
  cost: ReactNode
  isPending: boolean
  onDecide: (to: Decision, said: string) => void
  onSend: () => void
}

/** How much is chosen, and what can be done with it. */
export function ChosenBar({ state, rows, cost, isPending, onDecide, onSend }: Props) {
  const suppliers = new Set(rows.map(({ supplier }) => supplier)).size
  if (rows.length === 0)
    return (
      <p className="flex min-h-11 items-center text-ink-soft text-sm">
        Choose rows to decide on them together.
      </p>
    )
  return (
    <div
      role="status"
      className="sticky top-0 z-2 flex min-h-11 flex-wrap items-center justify-between gap-2 bg-ground py-1 text-ink text-sm"
    >
      <span>
        {rows.length} chosen, {suppliers} {suppliers === 1 ? 'supplier' : 'suppliers'}, {cost}
      </span>
      <span className="flex flex-wrap gap-2">
        {DECISIONS[state].map(({ to, text, said }) => (
          <Button key={text} isPending={isPending} onPress={() => onDecide(to, said)}>
            {text}
          </Button>
        ))}
        {state === 'proposed' || state === 'approved' ? (
          <Button look="primary" isPending={isPending} onPress={onSend}>
            {state === 'approved' ? 'Send…' : 'Approve and send…'}
          </Button>
        ) : null}
      </span>
    </div>
  )
}
