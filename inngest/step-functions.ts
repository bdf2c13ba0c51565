import type { DeferredKind } from '@/lib/orders/schema'

/** The functions that carry out a deferred step of the checkout, by their ids. */
export const STEP_FUNCTIONS: Readonly<Record<string, DeferredKind>> = {
  'send-confirmation-email-when-order-is-placed': 'confirmation-email',
  'notify-warehouse-when-order-is-placed': 'warehouse-notification',
  'update-recommendations-when-order-is-placed': 'recommendations',
}
