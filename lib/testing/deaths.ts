import type { Death } from '@/lib/queue-health/keep-dead-letters'

/** An event that a function gave up. */
export const deadEvent: Death = {
  key: 'event:e1',
  kind: 'event',
  siteId: 'TEST-1',
  queue: 'settle-orders',
  subject: 'e1',
  payload: { name: 'shop/counted', data: { site: 'TEST-1', sku: 7 } },
  error: 'sku must be a text',
  attempts: 1,
  death: 'run-1',
}
/** The confirmation e-mail of an order, given up. */
export const deadStep = (orderNumber: string): Death => ({
  key: `step:${orderNumber}:confirmation-email`,
  kind: 'step',
  siteId: 'TEST-1',
  queue: 'confirmation-email',
  subject: orderNumber,
  payload: { orderNumber, site: 'TEST-1', kind: 'confirmation-email' },
  error: '550 no such user',
  attempts: 3,
  death: 'run-1',
})
