import { authorisePayment } from '@/lib/payments/authorise-payment'
import { lookUpPayment } from '@/lib/payments/look-up-payment'
import { voidPayment } from '@/lib/payments/void-payment'
import { statement } from '@/lib/platform/db'
import { settlementPlan } from './rules/settlement-plan'
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
      RETURNING number, site_id, total_minor, orders.currency, orders.created_at, payment_token, step_due_seconds`,
    [orderNumber, new Date(now.getTime() + CLAIM_MS), now],
  )
  if (!order) return { outcome: (await isConfirming(orderNumber)) ? 'unresolved' : 'settled' }
  const charge = await askProvider(order, now)
  if (!charge) {
    await statement(
      'release-unresolved-order',
      'UPDATE orders SET settle_at = $2 WHERE number = $1 AND settle_at IS NOT NULL',
      [orderNumber, new Date()],
    )
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

async function askProvider(order: Claimed, now: Date): Promise<Charge | undefined> {
  const known = await lookUpPayment({ orderNumber: order.number })
  const ageSeconds = (now.getTime() - order.created_at.getTime()) / 1000
  switch (settlementPlan(known.outcome, ageSeconds)) {
    case 'finish':
      return known.outcome === 'authorised' || known.outcome === 'declined' ? known : undefined
    case 'charge': {
      const { number: orderNumber, total_minor: amountMinor, currency, payment_token: token } = order
      const charge = await authorisePayment({ orderNumber, amountMinor, currency, token: token ?? '' })
      return charge.outcome === 'unknown' ? undefined : charge
    }
    case 'give-up': {
      const voided = await voidPayment({ orderNumber: order.number })
      return voided.outcome === 'voided'
        ? { outcome: 'given-up', reason: 'the payment never came through' }
        : undefined
    }
    case 'wait':
      return undefined
  }
}

async function isConfirming(orderNumber: string): Promise<boolean> {
  const rows = await statement(
    'is-confirming',
    `SELECT 1 FROM orders WHERE number = $1 AND status = 'confirming'`,
    [orderNumber],
  )
  return rows.length > 0
}
