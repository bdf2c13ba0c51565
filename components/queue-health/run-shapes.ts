import { z } from 'zod'

const momentSchema = z.iso.datetime()

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
  createdAt: momentSchema,
  startedAt: momentSchema.nullable(),
  endedAt: momentSchema.nullable(),
  attempts: z.number().int(),
  error: runErrorSchema.nullable(),
  /** When it goes on. */
  dueAt: momentSchema.nullable(),
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
      settledAt: momentSchema.nullable(),
    }),
  ),
  /** The attempts that failed, oldest first. */
  history: z.array(z.object({ at: momentSchema, error: z.string(), attempt: z.number().int() })),
  output: z.unknown(),
})
export type RunPage = z.infer<typeof runPageSchema>
