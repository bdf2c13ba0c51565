import type { State } from '@/components/ui/state'
import type { RunPage, RunStatus, RunSummary } from '@/inngest/engine/schema'

export const RUN_STATUSES: Record<RunStatus, { text: string; state: State }> = {
  active: { text: 'Active', state: 'running' },
  completed: { text: 'Completed', state: 'done' },
  failed: { text: 'Failed', state: 'failed' },
  cancelled: { text: 'Cancelled', state: 'stopped' },
}

export const RUN_STEP_STATES: Record<RunPage['steps'][number]['state'], { text: string; state: State }> = {
  done: { text: 'Done', state: 'done' },
  waiting: { text: 'Waiting', state: 'waiting' },
  failed: { text: 'Failed', state: 'failed' },
}

/** How a run stands; one that is active again after an error is being retried. */
export function runStanding({ status, error }: Pick<RunSummary, 'status' | 'error'>): {
  text: string
  state: State
} {
  if (status === 'active' && error) return { text: 'Retrying', state: 'retrying' }
  return RUN_STATUSES[status]
}

/** How long a run took, or null while it has not ended. */
export function tookMs({ startedAt, endedAt }: Pick<RunSummary, 'startedAt' | 'endedAt'>): number | null {
  return startedAt && endedAt ? Date.parse(endedAt) - Date.parse(startedAt) : null
}
