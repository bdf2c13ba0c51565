import type Stripe from 'stripe'
import { openStripe } from './open-stripe'
import { readCaptures } from './rules/capture-notes'
import type { ListedMovement } from './schema'

/** A card's reservation lasts 7 days, some 31: what is captured or voided since then may have been charged so long before. */
const RESERVED_SECONDS = 31 * 86_400
const PAGE = 100

/** What moved at Stripe since then, by the PaymentIntents and refunds that name an order of ours. */
export async function listAtStripe(since: Date): Promise<ListedMovement[]> {
  const stripe = openStripe()
  const from = Math.floor(since.getTime() / 1000)
  const listed: ListedMovement[] = []
  const charged = { created: { gte: from - RESERVED_SECONDS }, limit: PAGE }
  for await (const intent of stripe.paymentIntents.list(charged)) listed.push(...movementsOf(intent))
  for await (const refund of stripe.refunds.list({ created: { gte: from }, limit: PAGE }))
    listed.push(...movementOfRefund(refund))
  return listed.filter(({ at }) => at.getTime() >= since.getTime())
}

function movementsOf(intent: Stripe.PaymentIntent): ListedMovement[] {
  const { order_number: orderNumber, closed } = intent.metadata
  const isCharged = ['requires_capture', 'succeeded', 'canceled'].includes(intent.status)
  if (!orderNumber || closed || !isCharged || intent.latest_charge === null) return []
  const about = { orderNumber, currency: intent.currency.toUpperCase(), reference: intent.id }
  const captures = readCaptures(intent.metadata)
  const movements: ListedMovement[] = [
    {
      ...about,
      id: `${orderNumber}/authorise`,
      kind: 'authorise',
      amountMinor: intent.amount,
      at: timeOf(intent.created),
    },
    ...captures.map(({ id, amountMinor, atSeconds }) => ({
      ...about,
      id,
      kind: 'capture' as const,
      amountMinor,
      at: timeOf(atSeconds),
    })),
  ]
  if (intent.canceled_at !== null) {
    const amountMinor = intent.amount - intent.amount_received
    movements.push({
      ...about,
      id: `${orderNumber}/void`,
      kind: 'void',
      amountMinor,
      at: timeOf(intent.canceled_at),
    })
  }
  return movements
}

function movementOfRefund({
  id,
  metadata,
  amount,
  currency,
  created,
  status,
}: Stripe.Refund): ListedMovement[] {
  const { movement, order_number: orderNumber } = metadata ?? {}
  if (!orderNumber || status === 'failed' || status === 'canceled') return []
  const at = timeOf(created)
  return [
    {
      // One made by hand at Stripe has no id of ours.
      id: movement ?? `${orderNumber}/refund/${id}`,
      orderNumber,
      kind: 'refund',
      amountMinor: amount,
      currency: currency.toUpperCase(),
      reference: id,
      at,
    },
  ]
}

const timeOf = (seconds: number): Date => new Date(seconds * 1000)
