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
  const placed = order.status === 'placed'
  const open = order.status === 'confirming'
  const settledAt = iso(order.placedAt ?? order.closedAt)
  const created = order.createdAt.toISOString()
  const inline = { mode: 'inline', dueAt: null, lastError: null } as const
  return [
    {
      ...inline,
      kind: 'charge',
      state: placed ? 'done' : open ? (order.chargeAttempts > 0 ? 'retrying' : 'running') : 'failed',
      attempts: order.chargeAttempts,
      startedAt: created,
      finishedAt: settledAt,
      lastError: order.chargeError,
    },
    { ...inline, kind: 'hold', state: 'done', attempts: 1, startedAt: created, finishedAt: created },
    {
      ...inline,
      kind: 'save',
      state: placed ? 'done' : open ? 'pending' : 'failed',
      attempts: placed ? 1 : 0,
      startedAt: placed ? settledAt : null,
      finishedAt: placed ? settledAt : null,
    },
  ]
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
