import { statement } from '@/lib/platform/db'
import { announce } from '@/lib/platform/realtime'
import { wakeNightShift } from '@/lib/platform/wake-night-shift'
import type { BegunOrder } from './begin-order'
import { deferSettlement } from './defer-settlement'
import { ForbiddenTransitionError } from './errors'
import { orderPlaced } from './events'
import { owedSteps } from './rules/deferred-steps'
import {
  type Answer,
  confirmingAnswer,
  declinedAnswer,
  givenUpAnswer,
  placedAnswer,
} from './rules/order-answers'
import { mayBecome } from './rules/order-transitions'
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
  if (!mayBecome('confirming', status))
    throw new ForbiddenTransitionError(order.orderNumber, 'confirming', status)
  const owed = status === 'placed' ? owedSteps(now, order.stepDueSeconds) : []
  const authorised = charge.outcome === 'authorised' ? charge : undefined
  const [row] = await statement<{ result: Settled }>(
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
  const { result } = row
  if (!result.applied) return 'isCancelAsked' in result ? leaveToTheSweep(order) : keptAnswer(result)
  if (result.status === 'placed') wakeNightShift()
  const event = result.status === 'placed' ? orderPlaced : `orders/order.${result.status}`
  announce({ site: order.siteId, topic: 'orders', event, id: order.orderNumber, version: result.version })
  return answer
}

type Settled =
  | { applied: true; status: OrderStatus; version: number }
  | { applied: false; isCancelAsked: true }
  | ({ applied: false } & Partial<Answer>)

/** Somebody cancelled it while the card was being charged: the sweep voids the charge, then it is cancelled. */
async function leaveToTheSweep(order: BegunOrder): Promise<Answer> {
  const answer = confirmingAnswer(order.orderNumber)
  await deferSettlement(order, 'cancelled while the card was being charged', answer)
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
