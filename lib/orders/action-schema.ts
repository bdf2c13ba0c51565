import { z } from 'zod'
import { moneySchema, orderRequestSchema } from './schema'

const reason = z.string().trim().min(1).max(500)
/** Named by who asks: asked again it is the same deed. It is part of the provider's idempotency key. */
const operationId = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,80}$/, 'must be 1 to 80 letters, digits, dots, dashes or underscores')
const quantity = z.number().int().min(1).max(10_000)
const sku = z.string().min(1).max(64)

/** The body of `POST /api/orders/{orderNumber}/cancel`. An order is cancelled once, so its operation needs no name. */
export const cancelRequestSchema = z.object({ reason, operationId: operationId.optional() })

/** The body of `POST /api/orders/{orderNumber}/ship-short`. */
export const shortRequestSchema = z.object({ reason, operationId: operationId.optional() })

/** The body of `PUT /api/orders/{orderNumber}/address`. */
export const addressRequestSchema = orderRequestSchema.shape.shipTo

/** The body of `POST /api/orders/{orderNumber}/refund`: so much, or these lines, or else all that is left. */
export const refundRequestSchema = z
  .object({
    amount: moneySchema.extend({ amount: z.number().int().min(1) }).optional(),
    lines: z.array(z.object({ sku, quantity })).min(1).max(200).optional(),
    reason,
    operationId,
  })
  .refine(
    ({ amount, lines }) => amount === undefined || lines === undefined,
    'give amount or lines, not both',
  )
export type RefundRequest = z.infer<typeof refundRequestSchema>

/** The body of `POST /api/orders/{orderNumber}/returns`: what came back, and where it was put; without a bin, on the dock. */
export const returnRequestSchema = z.object({
  lines: z
    .array(z.object({ sku, quantity, bin: z.string().min(1).max(64).optional() }))
    .min(1)
    .max(200),
  reason,
  operationId,
})
export type ReturnRequest = z.infer<typeof returnRequestSchema>
