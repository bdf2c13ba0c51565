import { z } from 'zod'
import { type OrderStatus, orderLineSchema, orderSummarySchema, stepKindSchema } from '@/lib/orders/schema'

/** What the link to the customer's own page is signed for. */
export const STATUS_PAGE = 'status-page'

/** Units of an order by how far they are. */
export type Progress = {
  ordered: number
  held: number
  /** Nowhere to be found, and not given up. */
  lost: number
  picked: number
  packed: number
  shipped: number
}

const momentSchema = z.iso.datetime()

export const timelineEntrySchema = z.object({
  at: momentSchema,
  kind: z.enum([
    ...['order', 'payment', 'stock', 'pick', 'scan', 'divert', 'pack', 'ship', 'mail', 'alert', 'person'],
  ] as const),
  text: z.string(),
})
export type TimelineEntry = z.infer<typeof timelineEntrySchema>

/** Something the customer was told, or still has to be; `why` is why not, in the words of whoever refused. */
const toldSchema = z.object({
  at: momentSchema,
  text: z.string(),
  state: z.enum(['told', 'owed', 'refused']),
  why: z.string().nullable(),
  mailId: z.string().nullable(),
  kind: z.string().nullable(),
})
export type Told = z.infer<typeof toldSchema>

const owedSchema = z.object({ what: z.string(), dueAt: momentSchema.nullable(), why: z.string().nullable() })
export type Owed = z.infer<typeof owedSchema>

const possibleActsSchema = z.object({
  cancel: z.boolean(),
  /** What can be given back at most, in minor units. */
  refundMinor: z.number().int(),
  changeAddress: z.boolean(),
  shipShort: z.boolean(),
})
export type PossibleActs = z.infer<typeof possibleActsSchema>

export const orderNoteSchema = z.object({
  id: z.uuid(),
  text: z.string(),
  writtenBy: z.string(),
  writtenAt: momentSchema,
})
export type OrderNote = z.infer<typeof orderNoteSchema>

/** The body of `POST /api/orders/{orderNumber}/notes`. */
export const noteRequestSchema = z.object({ text: z.string().trim().min(1).max(1_000) })

/** One page about one order: the answer of `GET /api/orders/{orderNumber}`. */
export const orderPageSchema = orderSummarySchema.extend({
  /** "Did my order go through?" in one sentence a person can read aloud. */
  answer: z.string(),
  customer: z.object({
    name: z.string(),
    email: z.string(),
    phone: z.string().nullable(),
    language: z.string().nullable(),
  }),
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
  told: z.array(toldSchema),
  /** What is true, whatever was told: goods, money, parcels. */
  truth: z.array(z.string()),
  /** The most urgent first. */
  owed: z.array(owedSchema),
  can: possibleActsSchema,
  /** Over long ago: it is read, and nothing of it changes any more. */
  isArchived: z.boolean(),
  notes: z.array(orderNoteSchema),
  /** The customer's own page, by its signed link. */
  statusPath: z.string(),
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

/** What a customer sees of their order. */
export type StatusPage = {
  orderNumber: string
  firstName: string
  city: string
  status: OrderStatus
  progress: Progress
  locale: string
  timeZone: string
  isDelayed: boolean
  refunded: { amount: number; currency: string }
  lines: { name: string; quantity: number }[]
  parcels: { parcel: string; carrier: string; handedOverAt: string | null }[]
}
