import type { ReactNode } from 'react'
import { STATE_TINT, type State } from './state'
import { StateMark } from './state-mark'

type Props = {
  state: State
  /** What is the matter, in a few words that stand out. */
  title: string
  /** `alert` is read aloud at once, `status` when there is a pause. */
  role?: 'alert' | 'status'
  action?: ReactNode
  children?: ReactNode
}

/** Something to know before reading on. */
export function Notice({ state, title, role = 'status', action, children }: Props) {
  return (
    <div
      role={role}
      className={`flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md px-3 py-2 text-ink text-sm ${STATE_TINT[state]}`}
    >
      <StateMark state={state} />
      <p className="min-w-0 flex-1 basis-56">
        <strong className="font-semibold">{title}</strong> {children}
      </p>
      {action}
    </div>
  )
}
