import type { OrderSummary } from '@/lib/orders/schema'

const WORDS: Record<string, string> = {
  'confirmation-email': 'the confirmation e-mail',
  'warehouse-notification': 'the notice to the warehouse',
  recommendations: 'the recommendations',
}

/** "Did my order go through?" in one sentence that support can read aloud. */
export function orderAnswer(order: OrderSummary, now: Date): string {
  switch (order.status) {
    case 'refused':
      return 'No: some items were not in stock, so nothing was held and nothing was charged.'
    case 'confirming':
      return 'Not yet: the items are held for you, and we are waiting for the payment provider to confirm the card.'
    case 'declined':
      return 'No: the card was declined, nothing was charged and nothing is held.'
    case 'cancelled':
      return order.placedAt === null
        ? 'No: the payment never came through, so the order was cancelled and nothing was charged.'
        : 'It was placed, and then cancelled: nothing is held for you, and the card is not charged.'
    case 'placed':
      return `Yes: the order is placed, the card is charged and the items are held for you${lateness(order, now)}.`
    case 'picking':
      return `Yes: the order is placed and paid for, and it is being picked${lateness(order, now)}.`
    case 'packed':
      return `Yes: the order is placed, paid for and packed, and it leaves the house next${lateness(order, now)}.`
    case 'shipped':
      return `Yes: the order is on its way to you${lateness(order, now)}.`
    case 'returned':
      return 'The order was delivered, and all of it came back to us.'
  }
}

function lateness(order: OrderSummary, now: Date): string {
  const late = order.steps.filter(
    (step) => step.mode === 'deferred' && step.state !== 'done' && step.dueAt && new Date(step.dueAt) < now,
  )
  if (late.length === 0) return ''
  const names = late.map((step) => WORDS[step.kind] ?? step.kind)
  return `; ${names.join(' and ')} ${late.length > 1 ? 'are' : 'is'} late and will follow`
}
