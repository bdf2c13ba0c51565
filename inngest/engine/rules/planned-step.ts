import type { PlannedStep, RunError, SavedStep, Wait } from './change'
import { equalityKey } from './equality-key'
import { conditionPath } from './event-expression'
import { type Opcode, stepName } from './opcode'
import { wakeTime } from './wake-time'

/** Told when a run that was invoked ends, and for the functions that it triggers. */
export const FINISHED = 'inngest/function.finished'
const INVOKED_UNTIL = '365d'

export type Planned =
  | { outcome: 'planned'; step: PlannedStep }
  /** Decided at once: it cannot come to anything. */
  | { outcome: 'settled'; step: SavedStep }
  | { outcome: 'refused'; error: RunError }

export type Surroundings = {
  now: Date
  /** Whether a function of that id is registered. */
  knows: (functionId: string) => boolean
}

/** What becomes of a step that was found and not run: a job of its own, to do it, to let time pass or to lose patience. */
export function plannedStep(opcode: Opcode, runId: string, { now, knows }: Surroundings): Planned {
  const { op, id, name = '', opts = {} } = opcode
  const plan = (kind: PlannedStep['kind'], dueAt: Date, more: Partial<PlannedStep> = {}): Planned => ({
    outcome: 'planned',
    step: { kind, id, name: stepName(opcode), op, race: opts.parallelMode === 'race', dueAt, ...more },
  })
  switch (op) {
    case 'StepPlanned':
      return plan('step', now)
    case 'Sleep':
      return plan('sleep', wakeTime(name, now))
    case 'WaitForEvent': {
      const wait = eventWait(name, opts.if)
      if (wait === null) return refused(`step.waitForEvent for "${name}", if: ${opts.if ?? 'always'}`)
      return plan('wait', wakeTime(opts.timeout ?? '', now), { wait })
    }
    case 'InvokeFunction': {
      const functionId = opts.function_id ?? ''
      if (!knows(functionId)) return unknownFunction(opcode, functionId)
      const correlation = `${runId}.${id}`
      const payload = typeof opts.payload?.data === 'object' ? opts.payload.data : {}
      const invoked = { ...payload, _inngest: { fn_id: functionId, correlation_id: correlation } }
      return plan('wait', wakeTime(opts.timeout ?? INVOKED_UNTIL, now), {
        wait: resultWait(correlation),
        invoked,
      })
    }
    default:
      return refused(op)
  }
}

/** A wait whose patience ended: null for an event that did not come, an error for a function that did not end. */
export function patienceEnded({ stepId, stepOp }: { stepId: string; stepOp: string }): SavedStep {
  const error = { name: 'InvokeTimeoutError', message: 'the invoked function did not end in time' }
  return { id: stepId, name: stepId, op: stepOp, value: stepOp === 'InvokeFunction' ? { error } : null }
}

/**
 * What a wait or a cancelOn looks for. Null when that is more than the engine does: a condition that it cannot evaluate,
 * a pattern of names, the end of any run (which is told only to functions that it triggers).
 */
export function eventWait(event: string, condition: string | undefined): Wait | null {
  if (event.includes('*') || event === FINISHED) return null
  if (condition === undefined) return { event, keyPath: null, keySource: null, condition: null }
  const path = conditionPath(condition, 'wait')
  if (path === null) return null
  const key = equalityKey(condition)
  return { event, keyPath: key?.keyPath ?? null, keySource: key?.keySource ?? null, condition: path }
}

function resultWait(correlation: string): Wait {
  const keyPath = '$."data"."_inngest"."correlation_id"'
  return { event: FINISHED, keyPath, keySource: JSON.stringify(correlation), condition: null }
}

function unknownFunction(opcode: Opcode, functionId: string): Planned {
  const error = { name: 'UnknownFunctionError', message: `there is no function "${functionId}" to invoke` }
  return {
    outcome: 'settled',
    step: { id: opcode.id, name: stepName(opcode), op: opcode.op, value: { error } },
  }
}

function refused(what: string): Planned {
  const message = `the embedded engine does not implement ${what}`
  return { outcome: 'refused', error: { name: 'UnsupportedStepError', message } }
}
