import type Stripe from 'stripe'
import { openStripe, refusalOf } from './open-stripe'
import { captureNote, findCapture } from './rules/capture-notes'
import type { MovementOutcome, MovementRequest } from './schema'

/**
 * A capture, void or refund at Stripe, once for its id: it is looked for before it is asked for, because Stripe keeps
 * idempotency keys for a day only.
 * @throws Error when it could not be reached, was too slow, or answered what is no answer
 */
export async function moveAtStripe(request: MovementRequest, timeout: number): Promise<MovementOutcome> {
  const stripe = openStripe()
  try {
    if (request.kind === 'capture') return await capture(stripe, request, timeout)
    if (request.kind === 'refund') return await refund(stripe, request, timeout)
    return await release(stripe, request, timeout)
  } catch (error) {
    return { outcome: 'refused', reason: refusalOf(error) }
  }
}

async function capture(stripe: Stripe, request: MovementRequest, timeout: number): Promise<MovementOutcome> {
  const { id, authorisation, amountMinor } = request
  const options = { idempotencyKey: id, timeout }
  const intent = await stripe.paymentIntents.retrieve(
    authorisation,
    { expand: ['latest_charge'] },
    { timeout },
  )
  const charge = typeof intent.latest_charge === 'object' ? intent.latest_charge : null
  if (findCapture(intent.metadata, id)) return { outcome: 'done', reference: charge?.id ?? intent.id }
  const isLast = amountMinor === intent.amount_capturable
  // Where the card takes no second capture, the first one releases the rest, and Stripe refuses the next.
  const keepsRest = charge?.payment_method_details?.card?.multicapture?.status === 'available' && !isLast
  const params = {
    amount_to_capture: amountMinor,
    metadata: captureNote(id, amountMinor, Math.floor(Date.now() / 1000)),
    ...(keepsRest && { final_capture: false }),
  }
  const captured = await stripe.paymentIntents.capture(authorisation, params, options)
  return { outcome: 'done', reference: charge?.id ?? captured.id }
}

async function refund(stripe: Stripe, request: MovementRequest, timeout: number): Promise<MovementOutcome> {
  const { id, orderNumber, authorisation, amountMinor: amount } = request
  const made = await stripe.refunds
    .list({ payment_intent: authorisation, limit: 100 }, { timeout })
    .autoPagingToArray({ limit: 1_000 })
  const metadata = { movement: id, order_number: orderNumber }
  const params = { payment_intent: authorisation, amount, metadata }
  const known = made.find((one) => one.metadata?.movement === id)
  const refunded = known ?? (await stripe.refunds.create(params, { idempotencyKey: id, timeout }))
  if (refunded.status === 'failed' || refunded.status === 'canceled')
    return { outcome: 'refused', reason: refunded.failure_reason ?? refunded.status }
  return { outcome: 'done', reference: refunded.id }
}

async function release(stripe: Stripe, request: MovementRequest, timeout: number): Promise<MovementOutcome> {
  const { id, authorisation } = request
  const intent = await stripe.paymentIntents.retrieve(authorisation, {}, { timeout })
  // A last capture has released the rest already.
  if (intent.status !== 'canceled' && intent.status !== 'succeeded')
    await stripe.paymentIntents.cancel(authorisation, {}, { idempotencyKey: id, timeout })
  return { outcome: 'done', reference: authorisation }
}
