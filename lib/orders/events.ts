import { z } from 'zod'
import { deferredKindSchema } from './schema'

/** Charged, held and saved: written to the outbox in the transaction that placed the order. */
export const orderPlaced = 'orders/order.placed'

/** The provider was silent: the order waits for the payment's outcome. */
export const paymentUnresolved = 'orders/payment.unresolved'

export const orderEventSchema = z.object({ orderNumber: z.string(), site: z.string() })

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
