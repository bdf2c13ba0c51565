/** The event as a function receives it; `ts` is milliseconds since 1970. */
export type RunEvent = { id: string; name: string; data: unknown; ts: number }

/** What a claim hands out. `id` with `generation` is the lease: a change with an older generation changes nothing. */
type Leased = {
  id: string
  generation: number
  functionId: string
  attempt: number
  deliveries: number
  dueAt: Date
}

/** A job of a run, with all that its call needs; `steps` are the memoised values in order of completion. */
type OfRun = Leased & {
  runId: string
  event: RunEvent
  /** All events of a batch. */
  events: RunEvent[] | null
  traceparent: string | null
  steps: Record<string, unknown> | null
  createdAt: Date
  startedAt: Date | null
  /** Other jobs of the run are under way: what the function finds now is planned, or it might be done twice. */
  planOnly: boolean
}

/** Calls the function: `discover` lets it find its next step, `step` asks for one that was planned. */
export type CallJob = OfRun & { kind: 'discover' | 'step'; stepId: string | null }

export type SleepJob = OfRun & { kind: 'sleep'; stepId: string }

/** The patience of a waiting step has ended. */
export type WaitJob = OfRun & { kind: 'wait'; stepId: string; stepOp: string }

export type CronJob = Leased & { kind: 'cron'; cron: string }

export type RunJob = CallJob | SleepJob | WaitJob

export type Job = RunJob | CronJob
