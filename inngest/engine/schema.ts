import { z } from 'zod'

export const runStatusSchema = z.enum(['active', 'completed', 'failed', 'cancelled'])

const errorSchema = z.object({ name: z.string(), message: z.string() })

/** One execution of a function. Times are ISO 8601. */
export const runSummarySchema = z.object({
  id: z.uuid(),
  functionId: z.string(),
  status: runStatusSchema,
  eventName: z.string(),
  /** What the event is about, an order's number for example; the event's id where it says nothing. */
  subject: z.string().nullable(),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  /** Attempts that ended, well or not. */
  attempts: z.number().int(),
  /** Why it failed or was cancelled, or the latest failed attempt. */
  error: errorSchema.nullable(),
  /** When it goes on by itself, at the latest; null when it has ended. */
  dueAt: z.string().nullable(),
})

export const runListSchema = z.object({
  items: z.array(runSummarySchema),
  nextCursor: z.string().nullable(),
})

export const runStepSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** The SDK's word for its kind: StepRun, Sleep, WaitForEvent, InvokeFunction … */
  op: z.string(),
  state: z.enum(['done', 'waiting', 'failed']),
  settledAt: z.string().nullable(),
})

/** A failed attempt: number `attempt` (from 0) of a step, or of the function where `step` is null. */
export const runFailureSchema = z.object({
  at: z.string(),
  attempt: z.number().int(),
  step: z.string().nullable(),
  error: errorSchema,
})

/** A run with all that is known of it; `history` has the latest twenty attempts that failed, oldest first. */
export const runPageSchema = runSummarySchema.extend({
  event: z.unknown(),
  steps: z.array(runStepSchema),
  history: z.array(runFailureSchema),
  output: z.unknown(),
})

/** What a list of runs may be asked for; `cursor` is the `nextCursor` of the page before. */
export const runQuerySchema = z.object({
  functionId: z.string().optional(),
  status: runStatusSchema.optional(),
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

export type RunStatus = z.infer<typeof runStatusSchema>
export type RunSummary = z.infer<typeof runSummarySchema>
export type RunList = z.infer<typeof runListSchema>
export type RunStep = z.infer<typeof runStepSchema>
export type RunPage = z.infer<typeof runPageSchema>
export type RunQuery = z.infer<typeof runQuerySchema>
