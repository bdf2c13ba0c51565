import { authorisePayment } from '@/lib/payments/authorise-payment'
import { lookUpPayment } from '@/lib/payments/look-up-payment'
import { voidPayment } from '@/lib/payments/void-payment'
import { statement } from '@/lib/platform/db'
import { announce } from '@/lib/platform/realtime'
import { paymentUnresolved } from './events'
import { unknownChargePlan } from './rules/unknown-charge-plan'
import { type Charge, settleOrder } from './settle-order'

/** While one worker asks the provider, no other does. */
const CLAIM_MS = 15_000

type Claimed = {
  number: string
  site_id: string
  total_minor: number
  currency: string
  created_at: Date
  payment_token: string | null
  step_due_seconds: Partial<Record<string, number>>
  cancel_reason: string | null
}

/**
 * Finishes or undoes an order whose payment's outcome is unknown: asks the provider by the same key that charged.
 * Safe to run at any time and any number of times: the claim lets one worker in, `settleOrder` decides once.
 * @returns `settled` also when somebody else has settled it; `unresolved` when the provider is still silent
 */
export async function settleUnresolvedOrder(
  orderNumber: string,
): Promise<{ outcome: 'settled' | 'unresolved' }> {
  const now = new Date()
  const [order] = await statement<Claimed>(
    'claim-unresolved-order',
    `UPDATE orders SET settle_at = $2 FROM site
      WHERE orders.number = $1 AND orders.status = 'confirming' AND orders.settle_at <= $3 AND site.id = orders.site_id
      RETURNING number, site_id, total_minor, orders.currency, orders.created_at, payment_token, step_due_seconds, cancel_reason`,
    [orderNumber, new Date(now.getTime() + CLAIM_MS), now],
  )
  if (!order) return { outcome: (await isConfirming(orderNumber)) ? 'unresolved' : 'settled' }
  const charge = await askProvider(order, now)
  if (charge.outcome === 'unknown') {
    await noteAttempt(order, charge.detail)
    return { outcome: 'unresolved' }
  }
  await settleOrder(
    {
      orderNumber,
      siteId: order.site_id,
      totalMinor: order.total_minor,
      currency: order.currency,
      createdAt: order.created_at,
      chargeAttempts: 1,
      stepDueSeconds: order.step_due_seconds,
    },
    charge,
  )
  return { outcome: 'settled' }
}

type Unknown = { outcome: 'unknown'; detail: string }

async function askProvider(order: Claimed, now: Date): Promise<Charge | Unknown> {
  const { number: orderNumber, total_minor: amountMinor, currency, payment_token: token } = order
  if (order.cancel_reason !== null) return closeCharge(orderNumber, `cancelled: ${order.cancel_reason}`)
  const known = await lookUpPayment({ orderNumber })
  if (known.outcome !== 'not-found') return known
  const ageSeconds = (now.getTime() - order.created_at.getTime()) / 1000
  if (unknownChargePlan(ageSeconds) === 'charge') {
    return authorisePayment({ orderNumber, amountMinor, currency, token: token ?? '' })
  }
  return closeCharge(orderNumber, 'the payment never came through')
}

// Also what the provider has never heard of is closed there, so that a request still on its way cannot charge.
async function closeCharge(orderNumber: string, reason: string): Promise<Charge | Unknown> {
  const voided = await voidPayment({ orderNumber })
  if (voided.outcome === 'voided') return { outcome: 'given-up', reason }
  return { outcome: 'unknown', detail: 'the payment provider did not confirm that the charge is closed' }
}

// The order may be asked for again at once: the engine's waits and the sweep's minute set the pace.
async function noteAttempt({ number, site_id: site }: Claimed, detail: string): Promise<void> {
  const [row] = await statement<{ version: number }>(
    'note-charge-attempt',
    `UPDATE orders SET settle_at = $2, charge_attempts = charge_attempts + 1, charge_error = $3, version = version + 1
      WHERE number = $1 AND status = 'confirming' RETURNING version`,
    [number, new Date(), detail],
  )
  if (row) announce({ site, topic: 'orders', event: paymentUnresolved, id: number, version: row.version })
}

async function isConfirming(orderNumber: string): Promise<boolean> {
  const rows = await statement(
    'is-confirming',
    `SELECT 1 FROM orders WHERE number = $1 AND status = 'confirming'`,
    [orderNumber],
  )
  return rows.length > 0
}
