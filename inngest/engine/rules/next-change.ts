import type { Answer, CalledJob, Decision, Fate, PlannedStep, RunError, SavedStep } from './change'
import { type Opcode, stepName } from './opcode'
import { plannedStep, type Surroundings } from './planned-step'
import { type Backoff, retryDelayMs } from './retry-delay'
import { runError } from './run-error'

export type Moment = Surroundings & { random: number; backoff: Backoff }

/** The value the SDK gets back for a step that ended. */
export function savedStep(opcode: Opcode): SavedStep {
  const { id, op } = opcode
  const value = op === 'StepFailed' ? { error: opcode.error } : { data: opcode.data ?? null }
  return { id, name: stepName(opcode), op, value }
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
  const planned: PlannedStep[] = []
  for (const opcode of opcodes) {
    switch (opcode.op) {
      case 'StepRun':
      case 'StepFailed':
        steps.push(savedStep(opcode))
        break
      case 'RunComplete':
        return { steps, fate: { kind: 'complete', output: opcode.data ?? null } }
      case 'StepError':
        return { steps, fate: failedStep(job, answer, opcode, moment) }
      default: {
        const next = plannedStep(opcode, job.runId, moment)
        if (next.outcome === 'refused') return { steps: [], fate: { kind: 'fail', error: next.error } }
        if (next.outcome === 'settled') steps.push(next.step)
        else planned.push(next.step)
      }
    }
  }
  return { steps, fate: nextFate(job, planned, moment.now) }
}

function nextFate(job: CalledJob, planned: PlannedStep[], now: Date): Fate {
  if (planned.length > 0) return { kind: 'plan', planned }
  return job.kind === 'step' ? { kind: 'settle' } : { kind: 'again', dueAt: now, attempt: 0 }
}

function failedStep(job: CalledJob, answer: Answer, opcode: Opcode, moment: Moment): Fate {
  const { fate } = failedAttempt(job, answer, runError(opcode.error), moment)
  return fate.kind === 'again' ? { ...fate, step: stepName(opcode) } : fate
}

function failedAttempt(job: CalledJob, answer: Answer, error: RunError, moment: Moment): Decision {
  const attempt = job.attempt + 1
  if (answer.noRetry || attempt >= job.maxAttempts) return { steps: [], fate: { kind: 'fail', error } }
  const delayMs = retryDelayMs(job.attempt, answer.retryAfter, moment.now, moment.random, moment.backoff)
  const dueAt = new Date(moment.now.getTime() + delayMs)
  return { steps: [], fate: { kind: 'again', dueAt, attempt, lastError: error } }
}
