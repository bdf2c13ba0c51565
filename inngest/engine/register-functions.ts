import { z } from 'zod'
import { cronProblem } from './cron-firing'
import { eventPattern } from './rules/event-pattern'

/** Starts a run for each event of that name whose data contains the pattern (null: every one). */
export type EventTrigger = { functionId: string; event: string; pattern: object | null }

export type CronTrigger = { functionId: string; cron: string }

export type Registry = {
  functions: ReadonlyMap<string, { path: string; maxAttempts: number }>
  events: readonly EventTrigger[]
  crons: readonly CronTrigger[]
}

const DEFAULT_RETRIES = 4
const FAILED = 'inngest/function.failed'

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
      z.strictObject({ cron: z.string() }),
    ]),
  ),
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
  return {
    functions: new Map(functions.map((fn) => [fn.id, callOf(fn)])),
    events: triggers.flatMap((trigger) => ('event' in trigger ? [eventTrigger(trigger)] : [])),
    crons: triggers.flatMap((trigger) => ('cron' in trigger ? [cronTrigger(trigger)] : [])),
  }
}

function parseFunction(config: unknown): RegisteredFunction {
  const { id } = z.object({ id: z.string() }).parse(config)
  const parsed = functionSchema.safeParse(config)
  if (!parsed.success) throw refusal(id, unknownOption(parsed.error))
  if (parsed.data.triggers.length === 0) throw refusal(id, 'being started by invoke only')
  return parsed.data
}

function unknownOption(error: z.ZodError): string {
  const [issue] = error.issues.flatMap((issue) =>
    issue.code === 'invalid_union' ? issue.errors.flat() : [issue],
  )
  const keys = error.issues.flatMap(unknownKeys)
  if (keys.length > 0) return `the option ${keys.map((key) => `"${key}"`).join(', ')}`
  return `its configuration (${issue?.path.join('.')}: ${issue?.message})`
}

function unknownKeys(issue: z.core.$ZodIssue): string[] {
  if (issue.code === 'unrecognized_keys') return issue.keys
  if (issue.code === 'invalid_union') {
    // The branch that misses nothing but a name it does not know is the trigger that was meant.
    const meant = issue.errors.find((branch) => branch.every(({ code }) => code === 'unrecognized_keys'))
    return (meant ?? []).flatMap(unknownKeys)
  }
  return []
}

function callOf({ steps }: RegisteredFunction) {
  const { pathname, search } = new URL(steps.step.runtime.url)
  return { path: `${pathname}${search}`, maxAttempts: (steps.step.retries?.attempts ?? DEFAULT_RETRIES) + 1 }
}

function eventTrigger(trigger: {
  functionId: string
  event: string
  expression?: string | undefined
}): EventTrigger {
  const { functionId, event, expression } = trigger
  if (event.includes('*')) throw refusal(functionId, `the event pattern "${event}"`)
  if (event.startsWith('inngest/') && event !== FAILED)
    throw refusal(functionId, `the system event "${event}"`)
  const pattern = expression === undefined ? null : eventPattern(expression)
  if (expression !== undefined && pattern === null)
    throw refusal(functionId, `the condition "if: ${expression}"`)
  return { functionId, event, pattern }
}

function cronTrigger({ functionId, cron }: CronTrigger): CronTrigger {
  const problem = cronProblem(cron)
  if (problem !== null) throw refusal(functionId, `the schedule "${cron}" (${problem})`)
  return { functionId, cron }
}

function refusal(functionId: string, what: string): Error {
  return new Error(`the embedded engine does not implement ${what} of the function "${functionId}"`)
}
