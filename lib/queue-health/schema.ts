import { z } from 'zod'

const momentSchema = z.iso.datetime()

/** How a queue stands: in time; late but moving; not moving; nothing can move. */
export const queueStateSchema = z.enum(['healthy', 'slow', 'stalled', 'down'])
export type QueueState = z.infer<typeof queueStateSchema>

/** Why a queue does not stand well; `burst` is no fault. */
export const queueCauseSchema = z.enum([
  'engine-gone',
  'worker-gone',
  'dependency-refusing',
  'dependency-silent',
  'poison-input',
  'lost-work',
  'overload',
  'burst',
])
export type QueueCause = z.infer<typeof queueCauseSchema>

/** `step`: a deferred step of the checkout. `function`: one of the night shift. `engine`: the night shift itself. */
export const queueKindSchema = z.enum(['step', 'function', 'engine'])
export type QueueKind = z.infer<typeof queueKindSchema>

/** One queue of a site: an item of `GET /api/queues`. */
export const queueSchema = z.object({
  name: z.string(),
  kind: queueKindSchema,
  site: z.string(),
  state: queueStateSchema,
  waiting: z.number().int(),
  running: z.number().int(),
  retrying: z.number().int(),
  dead: z.number().int(),
  /** Of what waits or runs, what should have been done by now. */
  overdue: z.number().int(),
  oldestWaitSeconds: z.number().int().nullable(),
  /** Since when the oldest has waited. */
  oldestSince: momentSchema.nullable(),
  lastSuccessAt: momentSchema.nullable(),
  perMinute: z.number(),
  p95WaitMs: z.number().int().nullable(),
  /** Until everything that waits is done at the rate it usually gets done; null when no rate is known. */
  drainSeconds: z.number().int().nullable(),
  ordersAffected: z.number().int(),
  cause: queueCauseSchema.nullable(),
  /** The verdict in floor words, one sentence. */
  message: z.string(),
})
export type Queue = z.infer<typeof queueSchema>

/** The answer of `GET /api/queues`. */
export const queueListSchema = z.object({
  items: z.array(queueSchema),
  nextCursor: z.null(),
  /** When the watcher last looked; older than some seconds means that nobody watches. */
  watchedAt: momentSchema.nullable(),
})
export type QueueList = z.infer<typeof queueListSchema>

export const queueSampleSchema = z.object({
  at: momentSchema,
  waiting: z.number().int(),
  overdue: z.number().int(),
  oldestWaitSeconds: z.number().int(),
  perMinute: z.number().int(),
})
export type QueueSample = z.infer<typeof queueSampleSchema>

/** What attempts of a queue failed with: what fails now first, then the most frequent. */
export const queueFailureSchema = z.object({
  error: z.string(),
  orders: z.number().int(),
  lastAt: momentSchema.nullable(),
})
export type QueueFailure = z.infer<typeof queueFailureSchema>

/** The answer of `GET /api/queues/{name}`: the queue, its last hour in samples 15 s apart, and what fails. */
export const queuePageSchema = z.object({
  queue: queueSchema,
  samples: z.array(queueSampleSchema),
  failures: z.array(queueFailureSchema),
  watchedAt: momentSchema.nullable(),
})
export type QueuePage = z.infer<typeof queuePageSchema>

export const alertSeveritySchema = z.enum(['warning', 'critical'])
export const alertStateSchema = z.enum(['open', 'acknowledged', 'resolved'])
export type AlertSeverity = z.infer<typeof alertSeveritySchema>
export type AlertState = z.infer<typeof alertStateSchema>

/** An item of `GET /api/alerts`. */
export const alertSchema = z.object({
  id: z.string(),
  site: z.string(),
  queue: z.string(),
  severity: alertSeveritySchema,
  state: alertStateSchema,
  cause: z.string(),
  message: z.string(),
  ordersAffected: z.number().int(),
  openedAt: momentSchema,
  escalatedAt: momentSchema.nullable(),
  acknowledgedAt: momentSchema.nullable(),
  acknowledgedBy: z.string().nullable(),
  /** Nobody is sent a word about the queue before this instant. */
  silencedUntil: momentSchema.nullable(),
  resolvedAt: momentSchema.nullable(),
  version: z.number().int(),
})
export type Alert = z.infer<typeof alertSchema>

/** One word about an alert, sent or owed to a target. */
export const alertNoticeSchema = z.object({
  event: z.enum(['opened', 'escalated', 'resolved']),
  kind: z.enum(['email', 'webhook']),
  address: z.string(),
  state: z.enum(['owed', 'sent', 'dropped', 'dead']),
  attempts: z.number().int(),
  sentAt: momentSchema.nullable(),
  lastError: z.string().nullable(),
})

/** The answer of `GET /api/alerts/{id}`. */
export const alertPageSchema = alertSchema.extend({ notices: z.array(alertNoticeSchema) })
export type AlertPage = z.infer<typeof alertPageSchema>

/** The body of `POST /api/alerts/{id}/silence`; 0 minutes ends the silence. */
export const silenceRequestSchema = z.strictObject({
  minutes: z.number().int().min(0).max(10_080),
  reason: z.string().trim().max(300).default(''),
})

/** The body of `POST /api/alert-targets`. */
export const alertTargetRequestSchema = z
  .strictObject({
    site: z.string().min(1).max(64),
    kind: z.enum(['email', 'webhook']),
    address: z.string().max(2_000),
    format: z.enum(['standard', 'slack']).default('standard'),
    minSeverity: alertSeveritySchema.default('warning'),
  })
  .superRefine(({ kind, address }, context) => {
    const right = kind === 'email' ? z.email() : z.url({ protocol: /^https?$/ })
    if (!right.safeParse(address).success)
      context.addIssue({
        code: 'custom',
        path: ['address'],
        message: `must be a valid ${kind === 'email' ? 'e-mail address' : 'http or https URL'}`,
      })
  })

/** Whom a site's alerts are sent to; an item of `GET /api/alert-targets`. */
export const alertTargetSchema = z.object({
  id: z.string(),
  site: z.string(),
  kind: z.enum(['email', 'webhook']),
  address: z.string(),
  format: z.enum(['standard', 'slack']),
  minSeverity: alertSeveritySchema,
  /** The secret that signs a webhook, in the answer that makes the target and never again. */
  secret: z.string().optional(),
})
export type AlertTarget = z.infer<typeof alertTargetSchema>

export const deadLetterKindSchema = z.enum(['step', 'event', 'webhook'])
export type DeadLetterKind = z.infer<typeof deadLetterKindSchema>
export const deadLetterStateSchema = z.enum(['dead', 'replaying', 'replayed', 'discarded'])
export type DeadLetterState = z.infer<typeof deadLetterStateSchema>

/** An item of `GET /api/dead-letters`. */
export const deadLetterSchema = z.object({
  id: z.string(),
  kind: deadLetterKindSchema,
  site: z.string().nullable(),
  /** The step, function or webhook that gave up. */
  queue: z.string(),
  /** What it is about: an order number, an event's id, an address. */
  subject: z.string(),
  error: z.string(),
  attempts: z.number().int(),
  replays: z.number().int(),
  state: deadLetterStateSchema,
  /** When its replay is due. */
  replayAt: momentSchema.nullable(),
  createdAt: momentSchema,
  updatedAt: momentSchema,
})
export type DeadLetter = z.infer<typeof deadLetterSchema>

/** The answer of `GET /api/dead-letters/{id}`. */
export const deadLetterPageSchema = deadLetterSchema.extend({
  payload: z.unknown(),
  history: z.array(
    z.object({ at: momentSchema, what: z.string(), by: z.string().optional(), error: z.string().optional() }),
  ),
})
export type DeadLetterPage = z.infer<typeof deadLetterPageSchema>

/** The body of `POST /api/dead-letters/{id}/replay`: as it is, or with another payload. */
export const replayRequestSchema = z.strictObject({ payload: z.record(z.string(), z.unknown()).optional() })

/** The body of `POST /api/dead-letters/replay`: some by id, or all that fit, so many a second. */
export const bulkReplayRequestSchema = z.strictObject({
  ids: z.array(z.uuid()).min(1).max(1_000).optional(),
  kind: deadLetterKindSchema.optional(),
  queue: z.string().max(200).optional(),
  site: z.string().max(64).optional(),
  ratePerSecond: z.number().positive().max(1_000).default(10),
})

/** The answer of a bulk replay: how many, and when the last one is due. */
export const bulkReplayAnswerSchema = z.object({
  replaying: z.number().int(),
  lastDueAt: momentSchema.nullable(),
})
