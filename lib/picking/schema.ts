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
const moment = z.iso.datetime()
const int = z.number().int()
const metres = z.number()
const text = z.string()
const operationId = z.string().min(1).max(100)
const stationSchema = z.object({ code: text, xMetres: metres, yMetres: metres })
const walkSchema = z.array(z.tuple([metres, metres]))

/** So many units of an order out of one bin, into one tote. `seq` names it for ever within its tour. */
export const tourStopSchema = z.object({
  seq: int,
  ...{ bin: text, aisle: text, side: text, bay: int, level: int, xMetres: metres, yMetres: metres },
  ...{ sku: text, gtin: text, name: text, quantity: int, picked: int },
  state: z.enum(['open', 'picked', 'short', 'cancelled']),
  ...{ tote: text, orderNumber: text, lot: text.optional(), expiresOn: z.iso.date().optional() },
})
export type TourStop = z.infer<typeof tourStopSchema>

export const tourStateSchema = z.enum(['walking', 'done', 'given-back'])

/** One walk with a cart. `stops` are in walking order, `walk` is what is still to be walked, [x, y] in metres. */
export const tourSchema = z.object({
  tourId: text,
  site: text,
  state: tourStateSchema,
  version: int,
  picker: z.object({ id: text, name: text }),
  leaseUntil: moment,
  startedAt: moment,
  totes: z.array(z.object({ tote: text, orderNumber: text, slot: int })),
  stops: z.array(tourStopSchema),
  ...{ walkMetres: metres, baselineMetres: metres, lowerBoundMetres: metres, isOptimal: z.boolean() },
  start: stationSchema,
  end: stationSchema,
  walk: walkSchema,
})
export type Tour = z.infer<typeof tourSchema>

/** A pick as the phone made it, sent at once, late or twice. */
export const confirmationSchema = z.object({
  operationId,
  seq: int,
  bin: text.min(1).max(64),
  sku: text.min(1).max(64),
  quantity: int.min(1).max(1_000_000),
  at: z.iso.datetime({ offset: true }),
})
export type Confirmation = z.infer<typeof confirmationSchema>

export const conflictReasonSchema = z.enum([
  ...(['wrong-bin', 'wrong-item', 'too-many', 'order-cancelled', 'not-yours', 'already-picked'] as const),
  'unknown-stop',
])
export type ConflictReason = z.infer<typeof conflictReasonSchema>

/** What became of a confirmation; a conflict `says` what to do, in words for the floor. */
export const confirmationResultSchema = z.object({
  operationId: text,
  seq: int,
  outcome: z.enum(['recorded', 'conflict']),
  reason: conflictReasonSchema.optional(),
  says: text.optional(),
})
export type ConfirmationResult = z.infer<typeof confirmationResultSchema>
export const confirmationsAnswerSchema = z.object({
  version: int,
  results: z.array(confirmationResultSchema),
})
export type ConfirmationsAnswer = z.infer<typeof confirmationsAnswerSchema>

/** Fewer units than asked for: so many were found and are in the tote. */
export const shortRequestSchema = z.object({
  operationId,
  seq: int,
  found: int.min(0).max(1_000_000),
  reason: text.trim().min(1).max(200),
})
export type ShortRequest = z.infer<typeof shortRequestSchema>

/** What became of the missing units: looked for in another bin, or released from the order. */
export const shortAnswerSchema = z.object({
  replacedBy: tourStopSchema.nullable(),
  releasedFrom: text.nullable(),
  countTask: text,
})
export type ShortAnswer = z.infer<typeof shortAnswerSchema>
