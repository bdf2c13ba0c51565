import { callFunction, type FunctionDoor } from './call-function'
import { fireCron } from './fire-cron'
import { type Commit, isPassing } from './group-commits'
import type { CallJob, Job, SleepJob } from './job'
import type { Registry } from './register-functions'
import type { Decision } from './rules/change'
import { nextChange } from './rules/next-change'
import type { Backoff } from './rules/retry-delay'
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
}

/** Does a leased job and commits what came of it; true when that may have made other work due. */
export async function runJob(job: Job, workshop: Workshop): Promise<boolean> {
  if (job.kind === 'cron') {
    await fireCron(job, workshop.now())
    return true
  }
  const startedAt = workshop.now()
  const change = { jobId: job.id, generation: job.generation, runId: job.runId, startedAt }
  const decision = await decide(job, workshop)
  try {
    await workshop.commit({ ...change, ...decision })
  } catch (error) {
    if (isPassing(error)) throw error
    // Postgres refused what the function returned; the run must not be tried for ever because of it.
    await workshop.commit({ ...change, steps: [], fate: { kind: 'fail', error: runError(error) } })
    return true
  }
  return decision.fate.kind !== 'complete'
}

async function decide(job: CallJob | SleepJob, workshop: Workshop): Promise<Decision> {
  if (job.kind === 'sleep') {
    const slept = { id: job.stepId, name: job.stepId, op: 'Sleep', value: null, pending: false }
    return { steps: [slept], fate: { kind: 'settle' } }
  }
  if (job.deliveries > workshop.poisonLimit) {
    const message = `the process ended ${job.deliveries - 1} times while it ran this job`
    return { steps: [], fate: { kind: 'fail', error: { name: 'PoisonJobError', message } } }
  }
  return call(job, workshop)
}

async function call(job: CallJob, workshop: Workshop): Promise<Decision> {
  const fn = workshop.registry.functions.get(job.functionId)
  if (!fn) throw new Error(`claimed a job of the unknown function ${job.functionId}`)
  const called = { ...job, maxAttempts: fn.maxAttempts }
  const moment = () => ({ now: workshop.now(), random: workshop.random(), backoff: workshop.backoff })
  try {
    const { answer, opcodes } = await callFunction(workshop.door, workshop.transport, job, fn)
    return nextChange(called, answer, opcodes, moment())
  } catch (error) {
    // The SDK's door broke, not the function: an attempt as any other that failed.
    const answer = { status: 500, isSdk: true, noRetry: false, retryAfter: null, body: error }
    return nextChange(called, answer, null, moment())
  }
}
