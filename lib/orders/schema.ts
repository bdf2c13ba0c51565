import { z } from 'zod'

export const moneySchema = z.object({ amount: z.number().int(), currency: z.string().length(3) })

/** The body of `POST /api/orders`. */
export const orderRequestSchema = z.object({
  site: z.string().min(1).max(64),
  customer: z.object({
    name: z.string().trim().min(1).max(200),
    email: z.email().max(254),
    phone: z.string().trim().min(1).max(40).optional(),
    /** BCP 47: the language of what is written to them; the site's when absent. */
    language: z
      .string()
      .max(35)
      .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'must be a BCP 47 language tag')
      .optional(),
  }),
  shipTo: z.object({
    line1: z.string().trim().min(1).max(200),
    line2: z.string().trim().max(200).optional(),
    city: z.string().trim().min(1).max(100),
    postalCode: z.string().trim().min(1).max(20),
    country: z.string().regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 alpha-2 code'),
  }),
  lines: z
    .array(z.object({ sku: z.string().min(1).max(64), quantity: z.number().int().min(1).max(10_000) }))
    .min(1)
    .max(200),
  payment: z.object({ method: z.literal('card'), token: z.string().min(1).max(200) }),
})
export type OrderRequest = z.infer<typeof orderRequestSchema>

export const orderStatusSchema = z.enum([
  ...['refused', 'confirming', 'placed', 'picking', 'packed'],
  ...['shipped', 'declined', 'cancelled', 'returned'],
] as const)
export type OrderStatus = z.infer<typeof orderStatusSchema>

export const deferredKindSchema = z.enum(['confirmation-email', 'warehouse-notification', 'recommendations'])
export type DeferredKind = z.infer<typeof deferredKindSchema>

/** How a deferred step stands: owed in time, late by its due time, given up, or done. */
export const stepStandingSchema = z.enum(['done', 'owed', 'late', 'failed'])
export type StepStanding = z.infer<typeof stepStandingSchema>

export const stepKindSchema = z.enum(['charge', 'hold', 'save', ...deferredKindSchema.options])
export type StepKind = z.infer<typeof stepKindSchema>

export const stepStateSchema = z.enum(['done', 'pending', 'running', 'retrying', 'failed'])

const momentSchema = z.iso.datetime()

export const stepSchema = z.object({
  kind: stepKindSchema,
  mode: z.enum(['inline', 'deferred']),
  state: stepStateSchema,
  attempts: z.number().int(),
  startedAt: momentSchema.nullable(),
  finishedAt: momentSchema.nullable(),
  dueAt: momentSchema.nullable(),
  lastError: z.string().nullable(),
})
export type Step = z.infer<typeof stepSchema>

/** The 201 of `POST /api/orders`. */
export const placedAnswerSchema = z.object({
  orderNumber: z.string(),
  status: z.literal('placed'),
  total: moneySchema,
  placedAt: momentSchema,
  steps: z.array(stepSchema),
})

/** The 202 of `POST /api/orders`. */
export const confirmingAnswerSchema = z.object({ orderNumber: z.string(), status: z.literal('confirming') })

export const orderSummarySchema = z.object({
  orderNumber: z.string(),
  site: z.string(),
  status: orderStatusSchema,
  customerName: z.string(),
  lineCount: z.number().int(),
  unitCount: z.number().int(),
  total: moneySchema,
  createdAt: momentSchema,
  placedAt: momentSchema.nullable(),
  version: z.number().int(),
  steps: z.array(stepSchema),
})
export type OrderSummary = z.infer<typeof orderSummarySchema>

export const orderLineSchema = z.object({
  lineNumber: z.number().int(),
  sku: z.string(),
  name: z.string(),
  quantity: z.number().int(),
  unitPrice: moneySchema,
  bins: z.array(z.object({ bin: z.string(), quantity: z.number().int() })),
  /** What was taken for it: from which bin, into which tote, and how much was missing there and nowhere else. */
  picks: z
    .array(
      z.object({ bin: z.string(), tote: z.string(), picked: z.number().int(), missing: z.number().int() }),
    )
    .optional(),
})

/** Which orders of a list are meant. */
export type OrderFilter = {
  siteIds: string[] | 'all'
  /** What somebody typed: see `readClues`. */
  query?: string
  /** These and no others. */
  numbers?: readonly string[]
  status?: OrderStatus
  /** Orders received since. */
  since?: Date
  /** Orders placed since, whatever has become of them. */
  placedSince?: Date
  /** Orders of which a parcel was packed since, or was handed over to its carrier. */
  packedSince?: Date
  shippedSince?: Date
  /** Where the moment that is asked for ends: whichever of them it is; alone, orders received before. */
  until?: Date
  /** Orders whose deferred step stands like this; without a standing, those that still owe it. */
  step?: DeferredKind
  standing?: StepStanding
  cursor?: string
  limit: number
}
