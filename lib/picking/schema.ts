import { z } from 'zod'
import { temperatureZoneSchema } from '@/lib/catalog/schema'

/** What the warehouse is told of a placed order. */
export type OrderNotice = { siteId: string; orderNumber: string; customerName: string; placedAt: Date }

export const pickListSchema = z.object({
  pickListId: z.string(),
  orderNumber: z.string(),
  state: z.enum(['open']),
  dueAt: z.iso.datetime(),
  createdAt: z.iso.datetime(),
  customerName: z.string(),
  lines: z.array(
    z.object({
      bin: z.string(),
      aisle: z.string(),
      sku: z.string(),
      name: z.string(),
      quantity: z.number().int(),
      temperatureZone: temperatureZoneSchema,
    }),
  ),
})
export type PickList = z.infer<typeof pickListSchema>

// tour
const placeSchema = z.object({ code: z.string(), xMetres: z.number(), yMetres: z.number() })
const operationIdSchema = z.uuid()

/** Where to stop and what to take there. `seq` names it for ever within its tour; what is re-routed changes only the order. */
export const tourStopSchema = z.object({
  seq: z.number().int(),
  bin: z.string(),
  aisle: z.string(),
  side: z.enum(['L', 'R']),
  bay: z.number().int(),
  level: z.number().int(),
  xMetres: z.number(),
  yMetres: z.number(),
  sku: z.string(),
  gtin: z.string(),
  name: z.string(),
  quantity: z.number().int(),
  picked: z.number().int(),
  state: z.enum(['open', 'picked', 'short', 'cancelled']),
  tote: z.string(),
  orderNumber: z.string(),
  lot: z.string().optional(),
  expiresOn: z.iso.date().optional(),
})
export type TourStop = z.infer<typeof tourStopSchema>

/** A picker's walk with a cart of totes; its stops in walking order. */
export const tourSchema = z.object({
  tourId: z.string(),
  site: z.string(),
  state: z.enum(['walking', 'done', 'given-back']),
  version: z.number().int(),
  picker: z.object({ id: z.string(), name: z.string() }),
  leaseUntil: z.iso.datetime(),
  totes: z.array(z.object({ tote: z.string(), orderNumber: z.string(), slot: z.number().int() })),
  stops: z.array(tourStopSchema),
  walkMetres: z.number(),
  baselineMetres: z.number(),
  lowerBoundMetres: z.number(),
  isOptimal: z.boolean(),
  start: placeSchema,
  end: placeSchema,
  walk: z.array(z.tuple([z.number(), z.number()])),
})
export type Tour = z.infer<typeof tourSchema>

/** What was taken at a stop; the same operation may be sent late, in any order and more than once. */
export const confirmationSchema = z.object({
  operationId: operationIdSchema,
  seq: z.number().int(),
  bin: z.string(),
  sku: z.string(),
  quantity: z.number().int().positive(),
  at: z.iso.datetime(),
})
export type Confirmation = z.infer<typeof confirmationSchema>

export const conflictReasonSchema = z.enum([
  'wrong-bin',
  'wrong-item',
  'too-many',
  'order-cancelled',
  'not-yours',
  'already-picked',
  'unknown-stop',
])
export const confirmationResultSchema = z.object({
  operationId: operationIdSchema,
  seq: z.number().int(),
  outcome: z.enum(['recorded', 'conflict']),
  reason: conflictReasonSchema.optional(),
  says: z.string().optional(),
})
export type ConfirmationResult = z.infer<typeof confirmationResultSchema>

export const shortReasonSchema = z.enum(['too-few', 'damaged', 'expired', 'other-item', 'out-of-reach'])
export type ShortReason = z.infer<typeof shortReasonSchema>

/** A bin had too little: `found` units were taken all the same. */
export const shortRequestSchema = z.object({
  operationId: operationIdSchema,
  seq: z.number().int(),
  found: z.number().int().min(0),
  reason: shortReasonSchema,
})
export type ShortRequest = z.infer<typeof shortRequestSchema>
export const shortAnswerSchema = z.object({
  replacedBy: tourStopSchema.nullable(),
  releasedFrom: z.string().nullable(),
  countTask: z.string().nullable(),
})
export type ShortAnswer = z.infer<typeof shortAnswerSchema>
export const leaseSchema = z.object({ leaseUntil: z.iso.datetime(), version: z.number().int() })
// end of tour

const actSchema = z.object({ operationId: operationIdSchema, tourId: z.string(), at: z.iso.datetime() })
const stopActSchema = actSchema.extend({
  seq: z.number().int(),
  /** Units picked of the stop after it: told as a sum, the same act twice is the same act. */
  total: z.number().int().min(0),
})

/** What a picker did, as the phone keeps it until the server has it. */
export const pickerActSchema = z.discriminatedUnion('kind', [
  stopActSchema.extend({
    kind: z.literal('pick'),
    bin: z.string(),
    sku: z.string(),
    quantity: z.number().int().positive(),
  }),
  stopActSchema.extend({
    kind: z.literal('short'),
    found: z.number().int().min(0),
    reason: shortReasonSchema,
  }),
  actSchema.extend({ kind: z.literal('give-back') }),
])
export type PickerAct = z.infer<typeof pickerActSchema>
