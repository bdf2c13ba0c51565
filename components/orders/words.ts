import type { State } from '@/components/ui/state'
import type { OrderStatus, StepKind, StepStanding } from '@/lib/orders/schema'

/** The six steps as people say them: in full, and short for a narrow column. */
export const STEP_WORDS: Record<StepKind, { full: string; short: string }> = {
  charge: { full: 'Charge the card', short: 'Charge' },
  hold: { full: 'Hold the stock', short: 'Hold' },
  save: { full: 'Save the order', short: 'Save' },
  'confirmation-email': { full: 'Confirmation e-mail', short: 'E-mail' },
  'warehouse-notification': { full: 'Warehouse notification', short: 'Warehouse' },
  recommendations: { full: 'Recommendations', short: 'Recommend' },
}

export const STATUS_WORDS: Record<OrderStatus, { text: string; state: State }> = {
  refused: { text: 'Refused', state: 'stopped' },
  confirming: { text: 'Confirming', state: 'running' },
  placed: { text: 'Placed', state: 'done' },
  picking: { text: 'Picking', state: 'done' },
  packed: { text: 'Packed', state: 'done' },
  shipped: { text: 'Shipped', state: 'done' },
  declined: { text: 'Declined', state: 'stopped' },
  cancelled: { text: 'Cancelled', state: 'stopped' },
  returned: { text: 'Returned', state: 'stopped' },
}

export const OWING_WORDS: Record<StepStanding, string> = {
  done: 'Done',
  owed: 'Still owes, in time',
  late: 'Late',
  failed: 'Failed',
}

export const STANDING_WORDS: Record<State, string> = {
  done: 'Done',
  running: 'Running',
  waiting: 'Waiting',
  retrying: 'Retrying',
  late: 'Late',
  failed: 'Failed',
  stopped: 'Not needed',
}

export const MAIL_WORDS: Record<string, string> = {
  'order-confirmation': 'Order confirmed',
  'order-delayed': 'Order delayed',
  'order-short': 'Order short',
  'order-shipped': 'Order shipped',
  'order-refunded': 'Money given back',
}
