/** A step as the engine keeps it; `value` is what the SDK gets back for it on the next call. */
export type SavedStep = { id: string; name: string; op: string; value: unknown; pending: boolean }

/** Work that a planned step asks for. */
export type PlannedJob = { kind: 'step' | 'sleep'; stepId: string; dueAt: Date }

export type RunError = { name: string; message: string; stack?: string }

/** What becomes of a leased job, once what it did is saved. */
export type Fate =
  /** The call goes on; only its steps are saved. */
  | { kind: 'keep' }
  /** The same job is due again: a retry, or the next call after a saved step. */
  | { kind: 'again'; dueAt: Date; attempt: number; lastError?: RunError }
  /** Jobs of their own take the run on; it is called again when all of them are done. */
  | { kind: 'plan'; jobs: PlannedJob[] }
  /** One of those jobs is done. */
  | { kind: 'settle' }
  | { kind: 'complete'; output: unknown }
  | { kind: 'fail'; error: RunError }

export type Decision = { steps: SavedStep[]; fate: Fate }

/** What a rule must know of the job that was called. */
export type CalledJob = {
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
