import type { OrderSummary, Step } from '@/lib/orders/schema'
import type { TimelineEntry } from '../schema'

export type TimelineFacts = {
  order: OrderSummary
  closedAt: Date | null
  payment: { state: string; provider: string; reference: string; createdAt: Date } | null
  bins: { bin: string; sku: string; quantity: number }[]
  mails: { toAddress: string; subject: string; sentAt: Date | null }[]
  pickList: { createdAt: Date; lineCount: number } | null
}

/** Everything that happened to an order, oldest first, told from the rows it left. */
export function orderTimeline(facts: TimelineFacts): TimelineEntry[] {
  const { order, payment, pickList } = facts
  const entries: (TimelineEntry | false | null)[] = [
    {
      at: order.createdAt,
      kind: 'order',
      text: `Order received: ${units(order.unitCount)} in ${lines(order.lineCount)}`,
    },
    order.status !== 'refused' && { at: order.createdAt, kind: 'stock', text: heldText(facts) },
    payment && {
      at: payment.createdAt.toISOString(),
      kind: 'payment',
      text: `Payment ${payment.state} by ${payment.provider} (${payment.reference})`,
    },
    order.placedAt !== null && {
      at: order.placedAt,
      kind: 'order',
      text: 'Order placed: charged, held and saved',
    },
    facts.closedAt && { at: facts.closedAt.toISOString(), kind: 'order', text: closedText(order) },
    pickList && {
      at: pickList.createdAt.toISOString(),
      kind: 'pick',
      text: `Warehouse notified: pick list with ${lines(pickList.lineCount)}`,
    },
    ...facts.mails.map(
      (mail) =>
        mail.sentAt && {
          at: mail.sentAt.toISOString(),
          kind: 'mail' as const,
          text: `Mail to ${mail.toAddress}: ${mail.subject}`,
        },
    ),
    ...order.steps.map(doneText),
  ]
  return entries.filter((entry) => entry !== false && entry !== null).sort((a, b) => a.at.localeCompare(b.at))
}

// The mail and the pick list speak for their steps; what is left are the recommendations.
function doneText(step: Step): TimelineEntry | null {
  if (step.kind !== 'recommendations' || step.state !== 'done' || !step.finishedAt) return null
  return { at: step.finishedAt, kind: 'order', text: 'Recommendations brought up to date' }
}

function heldText({ order, bins }: TimelineFacts): string {
  if (bins.length === 0) return `Stock was held for ${units(order.unitCount)}, since released`
  return `Stock held: ${bins.map((bin) => `${bin.quantity} x ${bin.sku} in ${bin.bin}`).join(', ')}`
}

function closedText(order: OrderSummary): string {
  if (order.status === 'refused') return 'Order refused: not enough stock, nothing held or charged'
  if (order.status === 'declined') return 'Card declined: stock released, nothing charged'
  return 'Order cancelled: stock released, nothing charged'
}

const units = (count: number): string => (count === 1 ? '1 unit' : `${count} units`)
const lines = (count: number): string => (count === 1 ? '1 line' : `${count} lines`)
