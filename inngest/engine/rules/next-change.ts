import type { Answer, CalledJob, Decision, Fate, PlannedJob, RunError, SavedStep } from './change'
import { type Backoff, retryDelayMs } from './retry-delay'
import { runError } from './run-error'
import { wakeTime } from './wake-time'

export type Opcode = {
  op: string
  id: string
  name?: string | undefined
  displayName?: string | undefined
  data?: unknown
  error?: unknown
  opts?: { parallelMode?: string | undefined } | undefined
}

export type Moment = { now: Date; random: number; backoff: Backoff }

/** The value the SDK gets back for a step that ended. */
export function savedStep(opcode: Opcode): SavedStep {
  const { id, op } = opcode
  const value = op === 'StepFailed' ? { error: opcode.error } : { data: opcode.data ?? null }
  return { id, name: opcode.displayName ?? opcode.name ?? id, op, value, pending: false }
}

/**
 * What a call's answer means for its job: the protocol of the SDK as one pure decision. `opcodes` is the parsed body
 * of a 206, else null.
 */
export function nextChange(
  job: CalledJob,
  answer: Answer,
  opcodes: Opcode[] | null,
  moment: Moment,
): Decision {
  if (!answer.isSdk)
    return failedAttempt(job, answer, { name: 'EngineError', message: 'no answer of the SDK' }, moment)
  if (answer.status === 200) return { steps: [], fate: { kind: 'complete', output: answer.body } }
  if (opcodes !== null && opcodes.length > 0) return carriedOn(job, answer, opcodes, moment)
  return failedAttempt(job, answer, runError(answer.body), moment)
}

function carriedOn(job: CalledJob, answer: Answer, opcodes: Opcode[], moment: Moment): Decision {
  const steps: SavedStep[] = []
  const jobs: PlannedJob[] = []
  for (const opcode of opcodes) {
    switch (opcode.op) {
      case 'StepRun':
      case 'StepFailed':
        steps.push(savedStep(opcode))
        break
      case 'StepPlanned':
      case 'Sleep':
        if (opcode.opts?.parallelMode === 'race') return refused('group.parallel in race mode')
        steps.push({ ...savedStep(opcode), value: null, pending: true })
        jobs.push(plannedJob(opcode, moment.now))
        break
      case 'RunComplete':
        return { steps, fate: { kind: 'complete', output: opcode.data ?? null } }
      case 'StepError':
        return { steps, fate: failedAttempt(job, answer, runError(opcode.error), moment).fate }
      default:
        return refused(opcode.op)
    }
  }
  return { steps, fate: nextFate(job, jobs, moment.now) }
}

function nextFate(job: CalledJob, jobs: PlannedJob[], now: Date): Fate {
  if (jobs.length > 0) return { kind: 'plan', jobs }
  return job.kind === 'step' ? { kind: 'settle' } : { kind: 'again', dueAt: now, attempt: 0 }
}

function plannedJob(opcode: Opcode, now: Date): PlannedJob {
  if (opcode.op === 'Sleep')
    return { kind: 'sleep', stepId: opcode.id, dueAt: wakeTime(opcode.name ?? '', now) }
  return { kind: 'step', stepId: opcode.id, dueAt: now }
}

function failedAttempt(job: CalledJob, answer: Answer, error: RunError, moment: Moment): Decision {
  const attempt = job.attempt + 1
  if (answer.noRetry || attempt >= job.maxAttempts) return { steps: [], fate: { kind: 'fail', error } }
  const delayMs = retryDelayMs(job.attempt, answer.retryAfter, moment.now, moment.random, moment.backoff)
  const dueAt = new Date(moment.now.getTime() + delayMs)
  return { steps: [], fate: { kind: 'again', dueAt, attempt, lastError: error } }
}

function refused(what: string): Decision {
  const message = `the embedded engine does not implement ${what}`
  return { steps: [], fate: { kind: 'fail', error: { name: 'UnsupportedStepError', message } } }
}
