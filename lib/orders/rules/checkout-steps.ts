import type { OrderStatus, Step } from '../schema'
import { DEFERRED_STEPS } from './deferred-steps'

/** What an order's row says of its inline steps. */
export type InlineFacts = {
  status: OrderStatus
  createdAt: Date
  placedAt: Date | null
  closedAt: Date | null
  chargeAttempts: number
  chargeError: string | null
  holdError: string | null
}

/** A deferred step as its owed row tells it. */
export type OwedStep = {
  kind: string
  state: Step['state']
  attempts: number
  dueAt: Date
  startedAt: Date | null
  finishedAt: Date | null
  lastError: string | null
}

/**
 * The six steps of the checkout, in order. The inline three are read off the order itself: its row exists only once
 * the stock is held, and `placedAt` only once charge and save are durable.
 */
export function checkoutSteps(order: InlineFacts, owed: OwedStep[]): Step[] {
  return [...inlineSteps(order), ...DEFERRED_STEPS.map(({ kind }) => deferredStep(kind, owed))]
}

function inlineSteps(order: InlineFacts): Step[] {
  const held = order.status !== 'refused'
  const settledAt = iso(order.placedAt ?? order.closedAt)
  const created = order.createdAt.toISOString()
  return [
    held
      ? inlineStep('charge', chargeState(order), order.chargeAttempts, created, settledAt, order.chargeError)
      : inlineStep('charge', 'pending', 0, null, null, null),
    inlineStep('hold', held ? 'done' : 'failed', 1, created, created, order.holdError),
    order.placedAt !== null
      ? inlineStep('save', 'done', 1, settledAt, settledAt, null)
      : inlineStep('save', 'pending', 0, null, null, null),
  ]
}

function inlineStep(
  kind: Step['kind'],
  state: Step['state'],
  attempts: number,
  startedAt: string | null,
  finishedAt: string | null,
  lastError: string | null,
): Step {
  return { kind, mode: 'inline', state, attempts, startedAt, finishedAt, dueAt: null, lastError }
}

function chargeState({ status, placedAt, chargeAttempts }: InlineFacts): Step['state'] {
  if (placedAt !== null) return 'done'
  if (status !== 'confirming') return 'failed'
  return chargeAttempts > 0 ? 'retrying' : 'running'
}

function deferredStep(kind: Step['kind'], owed: OwedStep[]): Step {
  const row = owed.find((step) => step.kind === kind)
  return {
    kind,
    mode: 'deferred',
    state: row?.state ?? 'pending',
    attempts: row?.attempts ?? 0,
    startedAt: iso(row?.startedAt),
    finishedAt: iso(row?.finishedAt),
    dueAt: iso(row?.dueAt),
    lastError: row?.lastError ?? null,
  }
}

const iso = (moment: Date | null | undefined): string | null => moment?.toISOString() ?? null
