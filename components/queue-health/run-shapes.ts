import { z } from 'zod'

export const runStatusSchema = z.enum(['active', 'completed', 'failed', 'cancelled'])
export type RunStatus = z.infer<typeof runStatusSchema>

const runErrorSchema = z.object({ name: z.string(), message: z.string() })

/** An item of `GET /api/runs`. */
export const runSummarySchema = z.object({
  id: z.string(),
  functionId: z.string(),
  status: runStatusSchema,
  eventName: z.string(),
  /** What it is about: an order number, or the event's id. */
  subject: z.string().nullable(),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  attempts: z.number().int(),
  error: runErrorSchema.nullable(),
  /** When it goes on. */
  dueAt: z.string().nullable(),
})
export type RunSummary = z.infer<typeof runSummarySchema>

export const runListSchema = z.object({ items: z.array(runSummarySchema), nextCursor: z.string().nullable() })
export type RunList = z.infer<typeof runListSchema>

/** The answer of `GET /api/runs/{id}`. */
export const runPageSchema = runSummarySchema.extend({
  event: z.unknown(),
  steps: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      op: z.string(),
      state: z.enum(['done', 'waiting', 'failed']),
      settledAt: z.string().nullable(),
    }),
  ),
  /** The latest that failed, oldest first; number `attempt` (from 0) of a step, or of the function where `step` is null. */
  attempts: z.array(
    z.object({
      at: z.string(),
      attempt: z.number().int(),
      step: z.string().nullable(),
      error: runErrorSchema,
    }),
  ),
  output: z.unknown(),
})
export type RunPage = z.infer<typeof runPageSchema>
