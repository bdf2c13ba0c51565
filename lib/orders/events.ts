import { z } from 'zod'

/** Charged, held and saved: written to the outbox in the transaction that placed the order. */
export const orderPlaced = 'orders/order.placed'

/** The provider was silent: the order waits for the payment's outcome. */
export const paymentUnresolved = 'orders/payment.unresolved'

export const orderEventSchema = z.object({ orderNumber: z.string(), site: z.string() })
