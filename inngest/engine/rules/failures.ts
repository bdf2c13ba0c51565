import type { CalledJob, Decision, Failure } from './change'
import { runError } from './run-error'

/** The failed attempts that an answer tells of, for the history of its run. */
export function failuresOf({ steps, fate }: Decision, job: Pick<CalledJob, 'attempt'>, at: Date): Failure[] {
  const failure = (step: string | null, error: unknown): Failure => {
    const { name, message } = runError(error)
    return { at, attempt: job.attempt, step, error: { name, message } }
  }
  const failures = steps
    .filter(({ op }) => op === 'StepFailed')
    .map(({ name, value }) => failure(name, (value as { error?: unknown }).error))
  if (fate.kind === 'fail') failures.push(failure(null, fate.error))
  if (fate.kind === 'again' && fate.lastError) failures.push(failure(fate.step ?? null, fate.lastError))
  return failures
}
