import { statement } from '@/lib/platform/db'
import { announce } from '@/lib/platform/realtime'
import { wakeNightShift } from '@/lib/platform/wake-night-shift'
import type { BegunOrder } from './begin-order'
import { orderPlaced } from './events'
import { owedSteps } from './rules/deferred-steps'
import { type Answer, declinedAnswer, givenUpAnswer, placedAnswer } from './rules/order-answers'
import type { OrderStatus } from './schema'

export type Charge =
  | { outcome: 'authorised'; provider: string; reference: string }
  | { outcome: 'declined'; reason: string }
  | { outcome: 'given-up'; reason: string }

/**
 * The second short transaction, for the request and the sweep alike; one round trip. The first to settle an order
 * decides; whoever comes later gets the answer that was kept.
 * @returns the answer for the client
 */
export async function settleOrder(order: BegunOrder, charge: Charge): Promise<Answer> {
  const now = new Date()
  const { status, answer } = verdict(order, charge, now)
  const owed = status === 'placed' ? owedSteps(now, order.stepDueSeconds) : []
  const authorised = charge.outcome === 'authorised' ? charge : undefined
  const [row] = await statement<{ result: { applied: boolean; version: number } & Partial<Answer> }>(
    'settle-order',
    'SELECT settle_order($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12) AS result',
    [
      order.orderNumber,
      status,
      now,
      order.chargeAttempts,
      authorised?.provider ?? null,
      authorised?.reference ?? null,
      charge.outcome === 'authorised' ? null : charge.reason,
      owed.map((step) => step.kind),
      owed.map((step) => step.dueAt),
      answer.status,
      answer.body,
      answer.location,
    ],
  )
  if (!row) throw new Error('settle_order gave no answer')
  if (!row.result.applied) return keptAnswer(row.result)
  if (status === 'placed') wakeNightShift()
  const event = status === 'placed' ? orderPlaced : `orders/order.${status}`
  announce({ site: order.siteId, topic: 'orders', event, id: order.orderNumber, version: row.result.version })
  return answer
}

function verdict(order: BegunOrder, charge: Charge, now: Date): { status: OrderStatus; answer: Answer } {
  if (charge.outcome === 'authorised')
    return { status: 'placed', answer: placedAnswer({ ...order, placedAt: now }) }
  if (charge.outcome === 'declined') {
    return { status: 'declined', answer: declinedAnswer(order.orderNumber, charge.reason) }
  }
  return { status: 'cancelled', answer: givenUpAnswer(order.orderNumber) }
}

function keptAnswer({ status, body, location = null }: Partial<Answer>): Answer {
  if (status === undefined || body === undefined) throw new Error('a settled order has lost its answer')
  return { status, body, location }
}
