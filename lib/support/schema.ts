import { z } from 'zod'
import { orderLineSchema, orderSummarySchema, stepKindSchema } from '@/lib/orders/schema'

const momentSchema = z.iso.datetime()

export const timelineEntrySchema = z.object({
  at: momentSchema,
  kind: z.enum(['order', 'payment', 'stock', 'pick', 'scan', 'divert', 'pack', 'mail']),
  text: z.string(),
})
export type TimelineEntry = z.infer<typeof timelineEntrySchema>

/** One page about one order: the answer of `GET /api/orders/{orderNumber}`. */
export const orderPageSchema = orderSummarySchema.extend({
  /** "Did my order go through?" in one sentence a person can read aloud. */
  answer: z.string(),
  customer: z.object({ name: z.string(), email: z.string(), phone: z.string().nullable() }),
  shipTo: z.object({
    line1: z.string(),
    line2: z.string().optional(),
    city: z.string(),
    postalCode: z.string(),
    country: z.string(),
  }),
  lines: z.array(orderLineSchema),
  payment: z
    .object({
      state: z.enum(['authorised', 'declined', 'voided']),
      provider: z.string(),
      reference: z.string(),
      amount: z.object({ amount: z.number().int(), currency: z.string() }),
    })
    .nullable(),
  timeline: z.array(timelineEntrySchema),
})
export type OrderPage = z.infer<typeof orderPageSchema>

/** A site's day so far: the answer of `GET /api/today`. */
export const todaySchema = z.object({
  site: z.string(),
  now: momentSchema,
  /** The site's midnight, from which is counted. */
  since: momentSchema,
  placed: z.number().int(),
  confirming: z.number().int(),
  refusedForStock: z.number().int(),
  declined: z.number().int(),
  valueMinor: z.number().int(),
  currency: z.string(),
  /** Orders placed in each of the last 60 minutes, oldest first. */
  perMinute: z.array(z.object({ at: momentSchema, placed: z.number().int() })),
  /** Of the orders of today: how many have each step done, owed in time, late, or failed. */
  steps: z.array(
    z.object({
      kind: stepKindSchema,
      done: z.number().int(),
      owed: z.number().int(),
      late: z.number().int(),
      failed: z.number().int(),
    }),
  ),
  newest: z.array(orderSummarySchema),
})
export type Today = z.infer<typeof todaySchema>
