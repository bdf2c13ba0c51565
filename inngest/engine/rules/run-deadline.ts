import type { Decision } from './change'

/** The option `timeouts`: how long a run may wait for its first call, and how long it may take from there. */
export type Timeouts = { startMs?: number | undefined; finishMs?: number | undefined }

export type Deadline = { at: Date; what: 'start' | 'finish' }

type RunTimes = { createdAt: Date; startedAt: Date | null }

/** When a run's time is over, or null. A run that has begun may go on with what it waited for too long. */
export function runDeadline({ createdAt, startedAt }: RunTimes, timeouts: Timeouts): Deadline | null {
  const [since, limitMs, what] =
    startedAt === null
      ? ([createdAt, timeouts.startMs, 'start'] as const)
      : ([startedAt, timeouts.finishMs, 'finish'] as const)
  return limitMs === undefined ? null : { at: new Date(since.getTime() + limitMs), what }
}

/** Sleeps, waits and retries come due no later than the deadline, so that somebody looks at the run then. */
export function withinDeadline(decision: Decision, deadline: Deadline | null): Decision {
  const { fate } = decision
  if (deadline === null) return decision
  const within = (dueAt: Date) => (dueAt < deadline.at ? dueAt : deadline.at)
  if (fate.kind === 'again') return { ...decision, fate: { ...fate, dueAt: within(fate.dueAt) } }
  if (fate.kind !== 'plan') return decision
  const planned = fate.planned.map((step) => ({ ...step, dueAt: within(step.dueAt) }))
  return { ...decision, fate: { ...fate, planned } }
}
