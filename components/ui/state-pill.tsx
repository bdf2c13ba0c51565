import type { ReactNode } from 'react'
import { STATE_INK, STATE_TINT, type State } from './state'
import { StateMark } from './state-mark'

/** A state as a word with its shape. Done is the calm state and has no tint, so that the others stand out. */
export function StatePill({ state, children }: { state: State; children: ReactNode }) {
  const look = state === 'done' ? 'text-ink-soft' : `${STATE_INK[state]} ${STATE_TINT[state]} px-1.5`
  return (
    <span
      className={`inline-flex items-center gap-1.5 whitespace-nowrap rounded-sm py-0.5 font-medium text-xs ${look}`}
    >
      <StateMark state={state} size={12} />
      {children}
    </span>
  )
}
