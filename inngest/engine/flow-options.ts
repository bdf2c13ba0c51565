import { z } from 'zod'
import {
  conditionPath,
  type KeyPart,
  keyExpression,
  type Priority,
  priorityExpression,
} from './rules/event-expression'
import { durationMs } from './rules/wake-time'

/** A rule for each value of its key. */
type Keyed = { key: KeyPart[] }

/** `limit` starts in a period, `burst` of them at once. */
type Gate = Keyed & { limit: number; periodMs: number; burst: number }

/** The rules by which a function's runs start and are called, as the SQL functions read them. Absent: no such rule. */
export type Flow = {
  limits?: (Keyed & { limit: number })[]
  priority?: Priority
  rate?: Gate
  throttle?: Gate
  debounce?: Keyed & { periodMs: number; timeoutMs?: number | undefined }
  batch?: Keyed & { maxSize: number; timeoutMs: number; condition?: string | undefined }
  singleton?: Keyed & { mode: 'skip' | 'cancel' }
}

const SECOND_MS = 1_000
const DAY_MS = 86_400_000
const WEEK_MS = 7 * DAY_MS

const within = (mostMs: number) =>
  z.string().transform((text, context) => {
    const ms = durationMs(text)
    if (ms !== null && ms >= SECOND_MS && ms <= mostMs) return ms
    context.addIssue(`"${text}" is not a duration from 1 s to ${mostMs / SECOND_MS} s`)
    return z.NEVER
  })

const understood = <T>(read: (expression: string) => T | null) =>
  z.string().transform((expression, context) => {
    const parts = read(expression)
    if (parts !== null) return parts
    context.addIssue(`the expression "${expression}"`)
    return z.NEVER
  })

const key = understood(keyExpression).optional()
const count = z.number().int().min(1)

const concurrencySchema = z.strictObject({
  limit: z.number().int().min(0),
  key,
  scope: z.enum(['fn', 'env', 'account']).optional(),
})

/** The options as the SDK sends them, with the bounds that Inngest sets. */
export const flowOptions = {
  concurrency: z
    .preprocess(
      (value) => (typeof value === 'number' ? [{ limit: value }] : Array.isArray(value) ? value : [value]),
      z.array(concurrencySchema).min(1).max(2),
    )
    .optional(),
  priority: z.strictObject({ run: understood(priorityExpression).optional() }).optional(),
  rateLimit: z.strictObject({ limit: count, period: within(DAY_MS), key }).optional(),
  throttle: z
    .strictObject({ limit: count, period: within(WEEK_MS), burst: count.optional(), key })
    .optional(),
  debounce: z
    .strictObject({
      period: within(WEEK_MS),
      timeout: within(WEEK_MS).optional(),
      key,
    })
    .optional(),
  batchEvents: z
    .strictObject({
      maxSize: count.max(100),
      timeout: within(60 * SECOND_MS),
      key,
      if: understood((expression) => conditionPath(expression, 'trigger')).optional(),
    })
    .optional(),
  singleton: z.strictObject({ mode: z.enum(['skip', 'cancel']), key }).optional(),
  idempotency: understood(keyExpression).optional(),
}

const optionsSchema = z.object(flowOptions)
type Options = z.infer<typeof optionsSchema>

/** What these options do not do together, on Inngest neither or only here; null when all is well. */
export function flowConflict(options: Options, hasCron: boolean, hasCancel: boolean): string | null {
  const { concurrency = [], throttle, rateLimit, singleton, idempotency, priority } = options
  const gathers = options.batchEvents ? 'batchEvents' : options.debounce ? 'debounce' : null
  if (concurrency.some(({ scope = 'fn', key }) => scope !== 'fn' && !key))
    return '"concurrency" of more than the function without a "key"'
  if (gathers === null) return null
  const others = Object.entries({
    ...(gathers === 'batchEvents' && { debounce: options.debounce, rateLimit, idempotency, priority }),
    ...(gathers === 'batchEvents' && { cancelOn: hasCancel || undefined }),
    throttle,
    singleton,
    'a cron trigger': hasCron || undefined,
  })
  const other = others.find(([, value]) => value !== undefined)
  return other ? `"${gathers}" together with ${other[0]}` : null
}

/** The rules of a function, null when it has none. An idempotency key is a rate of one in 24 hours. */
export function flowOf(functionId: string, options: Options): Flow | null {
  const { priority, rateLimit, throttle, debounce, batchEvents, singleton, idempotency } = options
  const limits = limitsOf(functionId, options)
  const flow: Flow = {}
  if (limits.length > 0) flow.limits = limits
  if (priority?.run) flow.priority = priority.run
  if (idempotency) flow.rate = { limit: 1, periodMs: DAY_MS, burst: 1, key: idempotency }
  else if (rateLimit) flow.rate = gate(rateLimit, rateLimit.limit)
  if (throttle) flow.throttle = gate(throttle, throttle.burst ?? 1)
  if (debounce)
    flow.debounce = { periodMs: debounce.period, timeoutMs: debounce.timeout, key: debounce.key ?? [] }
  if (batchEvents) {
    const { maxSize, timeout, key = [] } = batchEvents
    flow.batch = { maxSize, timeoutMs: timeout, condition: batchEvents.if, key }
  }
  if (singleton) flow.singleton = { mode: singleton.mode, key: singleton.key ?? [] }
  return Object.keys(flow).length > 0 ? flow : null
}

/** A limit of the function counts for itself; one of the environment or account counts with all that make its key. */
function limitsOf(functionId: string, { concurrency = [] }: Options) {
  return concurrency.flatMap(({ limit, scope = 'fn', key = [] }, position) => {
    const whose = scope === 'fn' ? `fn:${functionId}:${position}:` : `${scope}:`
    return limit === 0 ? [] : [{ limit, key: [whose, ...key] }]
  })
}

function gate(rule: { limit: number; period: number; key?: KeyPart[] | undefined }, burst: number): Gate {
  return { limit: rule.limit, periodMs: rule.period, burst, key: rule.key ?? [] }
}
