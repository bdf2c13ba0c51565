import { db } from '@/lib/platform/db'
import { keepDeadLetter } from '@/lib/queue-health/keep-dead-letter'
import type { Death } from '@/lib/queue-health/keep-dead-letters'
import { findDeadLetter } from '@/lib/queue-health/queries'
import { ago, oweStep } from './owe-steps'

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

/** Keeps a letter as of so many seconds ago. */
export async function keepAsOf(secondsAgo: number, death: Death): Promise<void> {
  await keepDeadLetter(death)
  await db.deadLetter.update({ where: { key: death.key }, data: { createdAt: ago(secondsAgo) } })
}

/** The one letter that there is. */
export async function onlyLetter() {
  const { id } = await db.deadLetter.findFirstOrThrow()
  const letter = await findDeadLetter(id)
  if (!letter) throw new Error('no letter')
  return letter
}

/** An order whose confirmation e-mail was given up. */
export const givenUp = (orderNumber: string) =>
  oweStep(orderNumber, { state: 'failed', failedAt: ago(60), lastError: '550 no such user', attempts: 3 })
