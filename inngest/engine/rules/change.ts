/** A step as the engine keeps it; `value` is what the SDK gets back for it on the next call. */
export type SavedStep = { id: string; name: string; op: string; value: unknown }

/** What a waiting step waits for: an event whose value at `keyPath` equals `keySource`, and that fulfils `condition`. */
export type Wait = {
  event: string
  keyPath: string | null
  keySource: string | null
  condition: string | null
}

/** A step that gets a job of its own. `race`: the function goes on after the first of several. */
export type PlannedStep = {
  kind: 'step' | 'sleep' | 'wait'
  id: string
  name: string
  op: string
  race: boolean
  dueAt: Date
  wait?: Wait
  /** The data of the event that starts an invoked function. */
  invoked?: object
}

export type RunError = { name: string; message: string; stack?: string }

/** What becomes of a leased job, once what it did is saved. */
export type Fate =
  /** The call goes on; only its steps are saved. */
  | { kind: 'keep' }
  /** The same job is due again: a retry, or the next call after a saved step. */
  | { kind: 'again'; dueAt: Date; attempt: number; lastError?: RunError; step?: string }
  /** Steps with jobs of their own take the run on; it is called again when all of them are done. */
  | { kind: 'plan'; planned: PlannedStep[] }
  /** One of those jobs is done. */
  | { kind: 'settle' }
  | { kind: 'complete'; output: unknown }
  | { kind: 'fail'; error: RunError }
  /** Its time is over. */
  | { kind: 'cancel'; error: RunError }

export type Decision = { steps: SavedStep[]; fate: Fate }

/** A failed attempt, as a person reads it; `step` is null when the function failed outside of its steps. */
export type Failure = { at: Date; attempt: number; step: string | null; error: RunError }

/** What a rule must know of the job that was called. */
export type CalledJob = {
  runId: string
  kind: 'discover' | 'step'
  stepId: string | null
  attempt: number
  maxAttempts: number
}

/** What came back: status, the headers that carry meaning, and the parsed body. */
export type Answer = {
  status: number
  isSdk: boolean
  noRetry: boolean
  retryAfter: string | null
  body: unknown
}
