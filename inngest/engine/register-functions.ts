import { z } from 'zod'
import { cronProblem } from './cron-firing'
import { type Flow, flowConflict, flowOf, flowOptions } from './flow-options'
import type { CancelRule } from './register-cancels'
import { conditionPath } from './rules/event-expression'
import { eventWait, FINISHED } from './rules/planned-step'
import type { Timeouts } from './rules/run-deadline'
import { durationMs } from './rules/wake-time'

/**
 * Starts a run for each event of that name, or of names that begin so if it ends in `*`, for which the condition holds
 * (an SQL/JSON path predicate; null: every one).
 */
export type EventTrigger = { functionId: string; event: string; condition: string | null }

/** Each firing is delayed by up to `jitterMs`, so that what fires at the same time does not start at the same time. */
export type CronTrigger = { functionId: string; cron: string; jitterMs: number }

export type Registry = {
  functions: ReadonlyMap<string, { path: string; maxAttempts: number; timeouts: Timeouts | undefined }>
  events: readonly EventTrigger[]
  crons: readonly CronTrigger[]
  /** Rules of the functions that have some, by function. */
  flows: ReadonlyMap<string, Flow>
  cancels: readonly CancelRule[]
  /** Some function is triggered by the end of others, so that every end has to be told. */
  hearsFinished: boolean
}

const DEFAULT_RETRIES = 4
const INVOKED = 'inngest/function.invoked'
const SYSTEM_EVENTS = new Set([FINISHED, 'inngest/function.failed', 'inngest/function.cancelled'])

const durationSchema = z.string().transform((text, context) => {
  const ms = durationMs(text)
  if (ms === null) context.addIssue(`"${text}" is not a duration`)
  return ms ?? z.NEVER
})

/**
 * What the SDK says of a function. Strict on purpose: an option that is not named here is one the engine does not
 * implement, and ignoring it would make the function behave differently than on a real Inngest server.
 */
const functionSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  triggers: z.array(
    z.union([
      z.strictObject({ event: z.string(), expression: z.string().optional() }),
      z.strictObject({ cron: z.string(), jitter: durationSchema.optional() }),
    ]),
  ),
  ...flowOptions,
  timeouts: z
    .strictObject({ start: durationSchema.optional(), finish: durationSchema.optional() })
    .optional(),
  cancel: z
    .array(
      z.strictObject({ event: z.string(), if: z.string().optional(), timeout: durationSchema.optional() }),
    )
    .optional(),
  steps: z.strictObject({
    step: z.object({
      runtime: z.object({ url: z.url() }),
      retries: z.object({ attempts: z.number().int().min(0).max(20) }).optional(),
    }),
  }),
})

type RegisteredFunction = z.infer<typeof functionSchema>

const syncSchema = z.object({ functions: z.array(z.unknown()) })

/**
 * Reads the answer of an in-band sync.
 * @throws Error that names the function and the option, when a function asks for something the engine cannot do.
 */
export function registerFunctions(syncAnswer: unknown): Registry {
  const functions = syncSchema.parse(syncAnswer).functions.map(parseFunction)
  const triggers = functions.flatMap((fn) =>
    fn.triggers.map((trigger) => ({ functionId: fn.id, ...trigger })),
  )
  const events = triggers.flatMap((trigger) => ('event' in trigger ? [eventTrigger(trigger)] : []))
  return {
    functions: new Map(functions.map((fn) => [fn.id, callOf(fn)])),
    events: [...events, ...functions.map(invokeTrigger)],
    crons: triggers.flatMap((trigger) => ('cron' in trigger ? [cronTrigger(trigger)] : [])),
    flows: new Map(functions.flatMap(flowEntry)),
    cancels: functions.flatMap(cancelRules),
    hearsFinished: events.some(({ event }) => event === FINISHED),
  }
}

function parseFunction(config: unknown): RegisteredFunction {
  const { id } = z.object({ id: z.string() }).parse(config)
  const parsed = functionSchema.safeParse(config)
  if (!parsed.success) throw refusal(id, unknownOption(parsed.error))
  return parsed.data
}

function unknownOption(error: z.ZodError): string {
  const issues = error.issues.flatMap(issuesMeant)
  const keys = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []))
  if (keys.length > 0) return `the option ${keys.map((key) => `"${key}"`).join(', ')}`
  return `its configuration (${issues[0]?.path.join('.')}: ${issues[0]?.message})`
}

/** Of the ways in which a trigger may be read, the one that it misses by the least was meant. */
function issuesMeant(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue]
  const [meant = []] = issue.errors.toSorted((a, b) => a.length - b.length)
  return meant.flatMap(issuesMeant)
}

function callOf({ steps, timeouts }: RegisteredFunction) {
  const { pathname, search } = new URL(steps.step.runtime.url)
  return {
    path: `${pathname}${search}`,
    maxAttempts: (steps.step.retries?.attempts ?? DEFAULT_RETRIES) + 1,
    timeouts: timeouts && { startMs: timeouts.start, finishMs: timeouts.finish },
  }
}

/** Every function can be invoked, also one without a trigger of its own. */
function invokeTrigger({ id }: RegisteredFunction): EventTrigger {
  return {
    functionId: id,
    event: INVOKED,
    condition: `strict ($."data"."_inngest"."fn_id" == ${JSON.stringify(id)})`,
  }
}

function flowEntry(fn: RegisteredFunction): [string, Flow][] {
  const hasCron = fn.triggers.some((trigger) => 'cron' in trigger)
  const conflict = flowConflict(fn, hasCron, fn.cancel !== undefined)
  if (conflict !== null) throw refusal(fn.id, conflict)
  const flow = flowOf(fn.id, fn)
  return flow === null ? [] : [[fn.id, flow]]
}

function cancelRules({ id, cancel = [] }: RegisteredFunction): CancelRule[] {
  return cancel.map(({ event, if: condition, timeout = null }) => {
    const wait = eventWait(event, condition)
    if (wait === null) throw refusal(id, `"cancelOn" for "${event}", if: ${condition ?? 'always'}`)
    return { functionId: id, timeoutMs: timeout, ...wait }
  })
}

function eventTrigger(trigger: {
  functionId: string
  event: string
  expression?: string | undefined
}): EventTrigger {
  const { functionId, event, expression } = trigger
  if (event.includes('*') && !/^[^*]+[/.]\*$/.test(event))
    throw refusal(functionId, `the event pattern "${event}"`)
  if (event.startsWith('inngest/') && !SYSTEM_EVENTS.has(event))
    throw refusal(functionId, `the system event "${event}"`)
  const condition = expression === undefined ? null : conditionPath(expression, 'trigger')
  if (expression !== undefined && condition === null)
    throw refusal(functionId, `the condition "if: ${expression}"`)
  return { functionId, event, condition }
}

function cronTrigger(trigger: {
  functionId: string
  cron: string
  jitter?: number | undefined
}): CronTrigger {
  const { functionId, cron, jitter = 0 } = trigger
  const problem = cronProblem(cron)
  if (problem !== null) throw refusal(functionId, `the schedule "${cron}" (${problem})`)
  return { functionId, cron, jitterMs: jitter }
}

function refusal(functionId: string, what: string): Error {
  return new Error(`the embedded engine does not implement ${what} of the function "${functionId}"`)
}
