import Stripe from 'stripe'
import { openStripe } from './open-stripe'
import type { Heard } from './schema'

/** A webhook of Stripe, its signature verified by the SDK with STRIPE_WEBHOOK_SECRET; older than 5 minutes, it is unsigned. */
export function readStripeWebhook(text: string, headers: Headers): Heard {
  const secret = process.env.STRIPE_WEBHOOK_SECRET
  const signature = headers.get('stripe-signature')
  if (!secret || !signature) return { outcome: 'unsigned' }
  try {
    const { object } = openStripe().webhooks.constructEvent(text, signature, secret).data
    const metadata = 'metadata' in object ? object.metadata : null
    return { outcome: 'heard', orderNumber: metadata?.order_number ?? null }
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError) return { outcome: 'unsigned' }
    throw error
  }
}
