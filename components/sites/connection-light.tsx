'use client'
import type { ConnectionState } from '@/components/live/live-connection'
import { useConnectionState } from '@/components/live/live-provider'
import type { State } from '@/components/ui/state'
import { StatePill } from '@/components/ui/state-pill'

const LOOKS: Record<ConnectionState, { state: State; text: string }> = {
  live: { state: 'done', text: 'Live' },
  reconnecting: { state: 'retrying', text: 'Connecting' },
  offline: { state: 'late', text: 'Offline' },
}

/** Whether what is on screen follows the floor right now. */
export function ConnectionLight() {
  const { state, text } = LOOKS[useConnectionState()]
  return (
    <span role="status" className="flex" aria-label={`Connection: ${text}`}>
      <StatePill state={state}>{text}</StatePill>
    </span>
  )
}
