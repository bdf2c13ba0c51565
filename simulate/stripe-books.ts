import { randomUUID } from 'node:crypto'

export type Intent = {
  id: string
  object: 'payment_intent'
  status: 'requires_payment_method' | 'requires_capture' | 'succeeded' | 'canceled'
  amount: number
  amount_capturable: number
  amount_received: number
  currency: string
  created: number
  canceled_at: number | null
  latest_charge: string | null
  last_payment_error: { code: string; decline_code: string } | null
  metadata: Record<string, string>
  payment_method: string | null
}
export type Refund = {
  id: string
  object: 'refund'
  amount: number
  currency: string
  created: number
  payment_intent: string
  status: 'succeeded'
  metadata: Record<string, string>
}
type StripeError = { type?: string; code?: string; decline_code?: string; message?: string }

/** What Stripe answers instead of doing it. */
export class StripeRefusal extends Error {
  constructor(
    readonly status: number,
    readonly error: StripeError,
  ) {
    super(error.message ?? error.code ?? 'refused')
  }
}

export const stripeError = (status: number, error: StripeError) => ({
  status,
  body: { error: { type: 'invalid_request_error', message: error.code ?? 'refused', ...error } },
})

const DECLINED = ['pm_card_chargeDeclined', 'tok_chargeDeclined']
const ONE_CAPTURE = 'pm_card_mastercard'
const newId = (prefix: string) => `${prefix}_${randomUUID().replaceAll('-', '')}`
const nowSeconds = () => Math.floor(Date.now() / 1000)

/** The stand-in's books: every PaymentIntent and refund, oldest first. */
export type StripeBooks = { intents: Intent[]; refunds: Refund[] }

export function findIntent({ intents }: StripeBooks, id: string): Intent {
  const intent = intents.find((one) => one.id === id)
  if (intent) return intent
  throw new StripeRefusal(404, { code: 'resource_missing', message: `No such payment_intent: '${id}'` })
}

const isSince = (query: URLSearchParams) => (one: { created: number }) =>
  one.created >= Number(query.get('created[gte]') ?? 0)

/** Newest first, as Stripe lists them. */
export const listIntents = ({ intents }: StripeBooks, query: URLSearchParams): Intent[] =>
  intents.filter(isSince(query)).reverse()

export function listRefunds({ refunds }: StripeBooks, query: URLSearchParams): Refund[] {
  const of = query.get('payment_intent')
  return refunds.filter((one) => isSince(query)(one) && (of === null || one.payment_intent === of)).reverse()
}

export function searchIntents({ intents }: StripeBooks, query: URLSearchParams): Intent[] {
  const [, key = '', value = ''] = /^metadata\['(\w+)'\]:'(.+)'$/.exec(query.get('query') ?? '') ?? []
  return intents.filter(({ metadata }) => metadata[key] === value).reverse()
}

export const chargeOf = ({ latest_charge: id, payment_method: card }: Intent) =>
  id && {
    id,
    object: 'charge',
    payment_method_details: {
      type: 'card',
      card: { multicapture: { status: card === ONE_CAPTURE ? 'unavailable' : 'available' } },
    },
  }

export function createIntent({ intents }: StripeBooks, form: URLSearchParams): Intent {
  const amount = Number(form.get('amount'))
  const card = form.get('payment_method') ?? form.get('payment_method_data[card][token]')
  const isConfirmed = form.get('confirm') === 'true'
  if (form.get('capture_method') !== 'manual') throw new StripeRefusal(400, { code: 'parameter_missing' })
  if (!(amount >= 50)) throw new StripeRefusal(400, { code: 'amount_too_small' })
  if (isConfirmed && !card?.startsWith('pm_card_') && !card?.startsWith('tok_'))
    throw new StripeRefusal(400, { code: 'resource_missing', message: `No such PaymentMethod: '${card}'` })
  const declined = isConfirmed && DECLINED.includes(card ?? '')
  const authorised = isConfirmed && !declined
  const error = { code: 'card_declined', decline_code: 'generic_decline' }
  const intent: Intent = {
    id: newId('pi'),
    object: 'payment_intent',
    status: authorised ? 'requires_capture' : 'requires_payment_method',
    amount,
    amount_capturable: authorised ? amount : 0,
    amount_received: 0,
    currency: form.get('currency') ?? '',
    created: nowSeconds(),
    canceled_at: null,
    latest_charge: authorised ? newId('ch') : null,
    last_payment_error: declined ? error : null,
    metadata: metadataOf(form),
    payment_method: card,
  }
  intents.push(intent)
  if (declined) throw new StripeRefusal(402, { type: 'card_error', ...error })
  return structuredClone(intent)
}

export function captureIntent(books: StripeBooks, id: string, form: URLSearchParams): Intent {
  const intent = findIntent(books, id)
  const amount = Number(form.get('amount_to_capture') ?? intent.amount_capturable)
  const isFinal = form.get('final_capture') !== 'false'
  if (intent.status !== 'requires_capture')
    throw new StripeRefusal(400, { code: 'payment_intent_unexpected_state' })
  if (amount > intent.amount_capturable) throw new StripeRefusal(400, { code: 'amount_too_large' })
  if (!isFinal && intent.payment_method === ONE_CAPTURE)
    throw new StripeRefusal(400, { code: 'parameter_unknown', message: 'multicapture is unavailable' })
  intent.amount_received += amount
  intent.amount_capturable = isFinal ? 0 : intent.amount_capturable - amount
  if (intent.amount_capturable === 0) intent.status = 'succeeded'
  Object.assign(intent.metadata, metadataOf(form))
  return structuredClone(intent)
}

export function cancelIntent(books: StripeBooks, id: string): Intent {
  const intent = findIntent(books, id)
  if (intent.status === 'canceled' || intent.status === 'succeeded')
    throw new StripeRefusal(400, { code: 'payment_intent_unexpected_state' })
  Object.assign(intent, { status: 'canceled', amount_capturable: 0, canceled_at: nowSeconds() })
  return structuredClone(intent)
}

export function refundIntent(books: StripeBooks, form: URLSearchParams): Refund {
  const intent = findIntent(books, form.get('payment_intent') ?? '')
  const amount = Number(form.get('amount') ?? intent.amount_received)
  const before = books.refunds.reduce(
    (sum, one) => (one.payment_intent === intent.id ? sum + one.amount : sum),
    0,
  )
  if (amount > intent.amount_received - before)
    throw new StripeRefusal(400, { code: 'charge_already_refunded' })
  const refund: Refund = {
    id: newId('re'),
    object: 'refund',
    amount,
    currency: intent.currency,
    created: nowSeconds(),
    payment_intent: intent.id,
    status: 'succeeded',
    metadata: metadataOf(form),
  }
  books.refunds.push(refund)
  return refund
}

function metadataOf(form: URLSearchParams): Record<string, string> {
  const pairs = [...form].map(([name, value]) => [/^metadata\[(.+)\]$/.exec(name)?.[1], value])
  return Object.fromEntries(pairs.filter(([key]) => key !== undefined))
}
