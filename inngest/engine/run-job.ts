import { callFunction, type FunctionDoor } from './call-function'
import { fireCron } from './fire-cron'
import { type Commit, isPassing } from './group-commits'
import type { CallJob, Job, RunJob } from './job'
import type { Registry } from './register-functions'
import type { Decision, RunError } from './rules/change'
import { failuresOf } from './rules/failures'
import { nextChange } from './rules/next-change'
import { patienceEnded } from './rules/planned-step'
import type { Backoff } from './rules/retry-delay'
import { runDeadline, withinDeadline } from './rules/run-deadline'
import { runError } from './rules/run-error'
import type { Transport } from './transport'

export type Workshop = {
  door: FunctionDoor
  transport: Transport
  registry: Registry
  commit: Commit
  now: () => Date
  random: () => number
  backoff: Backoff
  poisonLimit: number
  /** How long one call may take before it counts as a failed attempt. */
  callTimeoutMs: number
}

/** Does a leased job and commits what came of it; true when that may have made other work due. */
export async function runJob(job: Job, workshop: Workshop): Promise<boolean> {
  if (job.kind === 'cron') {
    await fireCron(job, workshop.registry, workshop.now())
    return true
  }
  const startedAt = workshop.now()
  const tellEnd = workshop.registry.hearsFinished || job.event.name === 'inngest/function.invoked'
  const change = { jobId: job.id, generation: job.generation, runId: job.runId, startedAt, tellEnd }
  const decision = await decide(job, workshop)
  const failures = failuresOf(decision, job, workshop.now())
  try {
    await workshop.commit({ ...change, ...decision, failures })
  } catch (error) {
    if (isPassing(error)) throw error
    // Postgres refused what the function returned; the run must not be tried for ever because of it.
    await workshop.commit({ ...change, ...failed(runError(error)) })
    return true
  }
  return tellEnd || decision.fate.kind !== 'complete'
}

/** A run whose time is over is cancelled when it is looked at; it is looked at no later than then. */
async function decide(job: RunJob, workshop: Workshop): Promise<Decision> {
  const timeouts = workshop.registry.functions.get(job.functionId)?.timeouts
  if (!timeouts) return answerOf(job, workshop)
  const now = workshop.now()
  const deadline = runDeadline(job, timeouts)
  if (deadline !== null && deadline.at <= now) {
    const error = { name: 'RunTimeoutError', message: `the run did not ${deadline.what} in time` }
    return { steps: [], fate: { kind: 'cancel', error } }
  }
  const decision = await answerOf(job, workshop)
  return withinDeadline(decision, runDeadline({ ...job, startedAt: job.startedAt ?? now }, timeouts))
}

async function answerOf(job: RunJob, workshop: Workshop): Promise<Decision> {
  if (job.kind === 'sleep')
    return {
      steps: [{ id: job.stepId, name: job.stepId, op: 'Sleep', value: null }],
      fate: { kind: 'settle' },
    }
  if (job.kind === 'wait') return { steps: [patienceEnded(job)], fate: { kind: 'settle' } }
  if (job.deliveries > workshop.poisonLimit) {
    const message = `the process ended ${job.deliveries - 1} times while it ran this job`
    return failed({ name: 'PoisonJobError', message })
  }
  return call(job, workshop)
}

async function call(job: CallJob, workshop: Workshop): Promise<Decision> {
  const { registry, now, random, backoff, callTimeoutMs } = workshop
  const fn = registry.functions.get(job.functionId)
  if (!fn) throw new Error(`claimed a job of the unknown function ${job.functionId}`)
  const called = { ...job, maxAttempts: fn.maxAttempts }
  const knows = (functionId: string) => registry.functions.has(functionId)
  const moment = () => ({ now: now(), random: random(), backoff, knows })
  try {
    const { answer, opcodes } = await withinTime(
      callFunction(workshop.door, workshop.transport, job, fn),
      callTimeoutMs,
    )
    return nextChange(called, answer, opcodes, moment())
  } catch (error) {
    // The SDK's door broke or never answered, not the function: an attempt as any other that failed.
    const answer = { status: 500, isSdk: true, noRetry: false, retryAfter: null, body: error }
    return nextChange(called, answer, null, moment())
  }
}

/** What hangs cannot be ended, only left alone: its place is free again, and the next claim shuts it out. */
async function withinTime<T>(work: Promise<T>, limitMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<never>((_, reject) => {
    const error = new Error(`the function gave no answer for ${limitMs / 1_000} s`)
    timer = setTimeout(() => reject(Object.assign(error, { name: 'CallTimeoutError' })), limitMs)
  })
  return Promise.race([work, timeout]).finally(() => clearTimeout(timer))
}

function failed(error: RunError): Decision {
  return { steps: [], fate: { kind: 'fail', error } }
}
