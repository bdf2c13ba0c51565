import Stripe from 'stripe'
import { openStripe, refusalOf } from './open-stripe'
import type { CallProvider, ChargeRequest, ProviderAnswer } from './schema'

/** Stripe takes no less in any currency; nothing is charged of it, for it is never confirmed. */
const CLOSING_AMOUNT = 100
const CLOSING_CURRENCY = 'eur'

/**
 * Stripe as our card provider: a PaymentIntent that is captured by hand, found again by the order number in its metadata.
 * @throws Error when it could not be reached, was too slow, or did not say what became of it
 */
export const callStripe: CallProvider = async (call, timeoutMs) => {
  const stripe = openStripe()
  switch (call.ask) {
    case 'authorise':
      return authorise(stripe, call.charge, timeoutMs)
    case 'look-up': {
      const intent = await findIntent(stripe, call.orderNumber, timeoutMs)
      return intent ? answerOf(intent) : { outcome: 'not-found' }
    }
    case 'void':
      return closeKey(stripe, call.orderNumber, timeoutMs)
  }
}

async function authorise(stripe: Stripe, charge: ChargeRequest, timeout: number): Promise<ProviderAnswer> {
  const { orderNumber, amountMinor: amount, currency, token } = charge
  const card = token.startsWith('tok_')
    ? { payment_method_data: { type: 'card' as const, card: { token } } }
    : { payment_method: token }
  const params: Stripe.PaymentIntentCreateParams = {
    amount,
    currency: currency.toLowerCase(),
    allowed_payment_method_types: ['card'],
    ...card,
    confirm: true,
    // Nobody is there to be asked: a card that wants its owner's word is declined.
    error_on_requires_action: true,
    capture_method: 'manual',
    payment_method_options: { card: { request_multicapture: 'if_available' } },
    metadata: { order_number: orderNumber },
  }
  try {
    return answerOf(await stripe.paymentIntents.create(params, { idempotencyKey: orderNumber, timeout }))
  } catch (error) {
    // The key was closed: the same key with other words.
    if (error instanceof Stripe.errors.StripeIdempotencyError) {
      const intent = await findIntent(stripe, orderNumber, timeout)
      if (intent) return answerOf(intent)
      throw error
    }
    return { outcome: 'declined', reason: refusalOf(error) }
  }
}

// Stripe's search may be a minute behind: not found is no proof, and our plan never takes it for one.
async function findIntent(
  stripe: Stripe,
  orderNumber: string,
  timeout: number,
): Promise<Stripe.PaymentIntent | undefined> {
  const query = `metadata['order_number']:'${orderNumber.replaceAll("'", "\\'")}'`
  const { data } = await stripe.paymentIntents.search({ query }, { timeout })
  return data.find(({ status }) => status === 'requires_capture' || status === 'succeeded') ?? data[0]
}

// A key that Stripe does not know is taken by an intent without a card, which is then cancelled: a late charge by the
// same key is another body, which Stripe refuses. If the charge came after all, Stripe refuses ours instead.
async function closeKey(stripe: Stripe, orderNumber: string, timeout: number): Promise<ProviderAnswer> {
  const params: Stripe.PaymentIntentCreateParams = {
    amount: CLOSING_AMOUNT,
    currency: CLOSING_CURRENCY,
    allowed_payment_method_types: ['card'],
    capture_method: 'manual',
    metadata: { order_number: orderNumber, closed: 'true' },
  }
  const intent =
    (await findIntent(stripe, orderNumber, timeout)) ??
    (await stripe.paymentIntents.create(params, { idempotencyKey: orderNumber, timeout }))
  if (intent.status === 'canceled') return { outcome: 'voided' }
  const cancelled = await stripe.paymentIntents.cancel(intent.id, {}, { timeout })
  return answerOf(cancelled)
}

function answerOf(intent: Stripe.PaymentIntent): ProviderAnswer {
  switch (intent.status) {
    case 'requires_capture':
    case 'succeeded':
      return { outcome: 'authorised', provider: 'stripe', reference: intent.id }
    case 'canceled':
      return { outcome: 'voided' }
    case 'requires_payment_method': {
      const { last_payment_error: error } = intent
      return { outcome: 'declined', reason: error?.decline_code ?? error?.code ?? 'card_declined' }
    }
    default:
      throw new Error(`the payment provider has not decided: ${intent.status}`)
  }
}
