import { z } from 'zod'
import { deferredKindSchema } from './schema'

export const orderEventSchema = z.object({ orderNumber: z.string(), site: z.string() })

/** Charged, held and saved: written to the outbox in the transaction that placed the order. */
export const orderPlaced = 'orders/order.placed'

/** The provider was silent: the order waits for the payment's outcome. */
export const paymentUnresolved = 'orders/payment.unresolved'

/** A placed order was cancelled: its picking, its boxes and what was picked already are to be seen to. */
export const orderCancelled = 'orders/order.cancelled'
/** A parcel of an order is with its carrier; `isComplete` when nothing of the order is left to ship. */
export const orderShipped = 'orders/order.shipped'
/** What the house does not have is given up: the order ships without it, and nobody pays for it. */
export const orderShort = 'orders/order.short'
/** Money is owed back to the buyer. */
export const orderRefunded = 'orders/order.refunded'
/** Goods came back, and the ledger is to be told. */
export const orderReturned = 'orders/order.returned'
/** It goes to another address. */
export const addressChanged = 'orders/order.address-changed'

// What screens hear only.
/** Somebody wants an order cancelled whose payment's outcome is not known. */
export const cancelAsked = 'orders/order.cancel-asked'
/** A tour has it, a parcel was packed, or nothing is left to ship. */
export const orderProgressed = 'orders/order.progressed'

const linesSchema = z.array(z.object({ lineNumber: z.int(), sku: z.string(), quantity: z.int() }))
const moneySchema = z.object({ amount: z.int(), currency: z.string() })
export const orderCancelledSchema = orderEventSchema.extend({ reason: z.string() })
export const orderShippedSchema = orderEventSchema.extend({
  parcel: z.string(),
  carrier: z.string(),
  lines: linesSchema,
  isComplete: z.boolean(),
})
export const orderShortSchema = orderEventSchema.extend({ lines: linesSchema })
export const orderRefundedSchema = orderEventSchema.extend({
  movementId: z.string(),
  amount: moneySchema,
  reason: z.string(),
})
export const orderReturnedSchema = orderEventSchema.extend({ operationId: z.string(), lines: linesSchema })

/** A deferred step is still owed and is to be tried again now, whatever became of its first run. */
export const stepOwedAgain = 'orders/step.owed-again'

export const stepEventSchema = orderEventSchema.extend({
  kind: deferredKindSchema,
  /** Sends the e-mail there instead of to the order's own address. */
  to: z.email().max(254).optional(),
  /** A try on the side of the run that has the patience. */
  once: z.boolean().optional(),
})
/** What a function that carries out one kind of step is told, by either event. */
export const owedEventSchema = stepEventSchema.omit({ kind: true })
export type StepEvent = z.infer<typeof stepEventSchema>
