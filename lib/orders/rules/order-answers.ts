import { checkoutSteps } from './checkout-steps'
import { owedSteps } from './deferred-steps'

/** The first answer to an Idempotency-Key: kept as text, so that every repeat gets the same bytes. */
export type Answer = { status: number; body: string; location: string | null }

export type PlacedFacts = {
  orderNumber: string
  totalMinor: number
  currency: string
  createdAt: Date
  placedAt: Date
  chargeAttempts: number
  stepDueSeconds: Partial<Record<string, number>>
}

export const orderPath = (orderNumber: string): string => `/api/orders/${orderNumber}`

/** 201: charged, held and saved. */
export function placedAnswer(order: PlacedFacts): Answer {
  const facts = { ...order, status: 'placed', closedAt: null, chargeError: null, holdError: null } as const
  const owed = owedSteps(order.placedAt, order.stepDueSeconds).map((step) => ({
    ...step,
    state: 'pending' as const,
    attempts: 0,
    startedAt: null,
    finishedAt: null,
    lastError: null,
  }))
  const body = {
    orderNumber: order.orderNumber,
    status: 'placed',
    total: { amount: order.totalMinor, currency: order.currency },
    placedAt: order.placedAt.toISOString(),
    steps: checkoutSteps(facts, owed),
  }
  return { status: 201, body: JSON.stringify(body), location: orderPath(order.orderNumber) }
}

/** 202: the provider is silent; the order is settled in the background. */
export function confirmingAnswer(orderNumber: string): Answer {
  return {
    status: 202,
    body: JSON.stringify({ orderNumber, status: 'confirming' }),
    location: orderPath(orderNumber),
  }
}

/** 402: nothing held, nothing charged. */
export function declinedAnswer(orderNumber: string, reason: string): Answer {
  return problem(402, 'The payment was declined', `The card was declined: ${reason}. Nothing was charged.`, {
    orderNumber,
  })
}

/** 402: the payment never came through and the order was given up. */
export function givenUpAnswer(orderNumber: string): Answer {
  const detail = 'The payment provider gave no answer in time. Nothing was charged, the order was cancelled.'
  return problem(402, 'The payment did not come through', detail, { orderNumber })
}

export type Shortage = { sku: string; requested: number; available: number }

/** 409: names each line that is short and what is available. */
export function outOfStockAnswer(
  orderNumber: string,
  lines: readonly { sku: string }[],
  shortages: Shortage[],
): Answer {
  const errors = shortages.map((short) => ({
    pointer: `/lines/${lines.findIndex(({ sku }) => sku === short.sku)}/quantity`,
    detail: `${short.requested} of ${short.sku} wanted, ${short.available} available`,
    ...short,
  }))
  const detail = 'Some lines cannot be supplied; nothing was held or charged.'
  return problem(409, 'Not enough stock', detail, { orderNumber, errors })
}

function problem(status: number, title: string, detail: string, more: object): Answer {
  return {
    status,
    body: JSON.stringify({ type: 'about:blank', title, status, detail, ...more }),
    location: null,
  }
}
