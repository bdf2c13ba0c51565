import type { ReactNode } from 'react'
import { STATE_INK, type State } from './state'

const SHAPES: Record<State, ReactNode> = {
  done: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="m4.9 8.3 2.1 2.1 4.1-4.6" className="stroke-surface" strokeWidth="1.8" fill="none" />
    </>
  ),
  running: (
    <>
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" opacity="0.3" />
      <path
        d="M8 2a6 6 0 0 1 6 6"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.2"
        className="origin-center animate-turn"
      />
    </>
  ),
  waiting: (
    <circle
      cx="8"
      cy="8"
      r="5.75"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeDasharray="2.2 2.3"
    />
  ),
  retrying: (
    <>
      <path d="M13.4 9.4A5.6 5.6 0 1 1 12 4.2" fill="none" stroke="currentColor" strokeWidth="1.9" />
      <path d="M14.6 1.6v4.6H10z" fill="currentColor" />
    </>
  ),
  late: (
    <>
      <path d="M8 1.2 15.4 14.4H.6z" fill="currentColor" />
      <path d="M8 5.6v4.2M8 11.4v1.5" className="stroke-surface" strokeWidth="1.7" />
    </>
  ),
  failed: (
    <>
      <rect x="1.25" y="1.25" width="13.5" height="13.5" rx="2" fill="currentColor" />
      <path d="m5 5 6 6m0-6-6 6" className="stroke-surface" strokeWidth="1.8" />
    </>
  ),
  stopped: (
    <>
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M5 8h6" stroke="currentColor" strokeWidth="1.8" />
    </>
  ),
}

/** The shape of a state. Say the state in words beside it, or give `label`. */
export function StateMark({ state, label, size = 16 }: { state: State; label?: string; size?: number }) {
  const shape = SHAPES[state]
  const look = `shrink-0 ${STATE_INK[state]}`
  if (!label) {
    return (
      <svg width={size} height={size} viewBox="0 0 16 16" className={look} aria-hidden="true">
        {shape}
      </svg>
    )
  }
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" className={look} role="img" aria-label={label}>
      <title>{label}</title>
      {shape}
    </svg>
  )
}
