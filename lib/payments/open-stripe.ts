import Stripe from 'stripe'
import { BusyProviderError } from './errors'

const BUSY_MS = 1_000
let opened: { key: string; address: string; stripe: Stripe } | undefined

/**
 * Stripe by its SDK, as the environment says: STRIPE_SECRET_KEY, and STRIPE_API_URL where it is not Stripe's own.
 * It tries again by itself only where a connection closed under it, with the same key: the rest is decided by who asks.
 */
export function openStripe(): Stripe {
  const { STRIPE_SECRET_KEY: key } = process.env
  // Empty counts as absent.
  const address = process.env.STRIPE_API_URL || 'https://api.stripe.com'
  if (!key) throw new Error('STRIPE_SECRET_KEY is not set')
  if (opened?.key === key && opened.address === address) return opened.stripe
  const { protocol, hostname, port } = new URL(address)
  const stripe = new Stripe(key, {
    host: hostname,
    ...(port && { port }),
    protocol: protocol === 'http:' ? 'http' : 'https',
    maxNetworkRetries: 0,
    telemetry: false,
    appInfo: { name: 'Stowline' },
  })
  opened = { key, address, stripe }
  return stripe
}

/**
 * What an error of the SDK says for good, in Stripe's word for it; whatever else happened is thrown.
 * @throws BusyProviderError at 429
 */
export function refusalOf(error: unknown): string {
  if (error instanceof Stripe.errors.StripeRateLimitError)
    throw new BusyProviderError(Number(error.headers?.['retry-after']) * 1000 || BUSY_MS)
  // In use by a request under way: that one's outcome is what counts.
  if (error instanceof Stripe.errors.StripeCardError)
    return error.decline_code ?? error.code ?? 'card_declined'
  if (error instanceof Stripe.errors.StripeInvalidRequestError && error.code !== 'idempotency_key_in_use')
    return error.code ?? error.message
  throw error
}
