import { db } from '@/lib/platform/db'
import { type Delivery, deliverMail } from './deliver-mail'
import { mailId } from './rules/mail-id'
import type { LetterOrder } from './schema'

const KIND = 'order-confirmation'

/**
 * Sends the confirmation of an order, once. An address that was refused is tried again only when somebody gives another.
 * @throws Error when the mail server does not take it now
 */
export async function sendOrderConfirmation(
  order: LetterOrder,
): Promise<Delivery | { outcome: 'already-sent' }> {
  const { orderNumber } = order
  const id = mailId(KIND, orderNumber)
  const toAddress = order.customer.email
  // Not upsert: Prisma makes three statements of it, and of workers at the same moment all but one fail.
  const { count } = await db.mail.createMany({
    data: { id, orderNumber, kind: KIND, toAddress, subject: `Order ${orderNumber}`, state: 'sending' },
    skipDuplicates: true,
  })
  if (count === 0 && (await db.mail.count({ where: { id, state: 'sent' } })) > 0)
    return { outcome: 'already-sent' }
  return deliverMail({ id, kind: KIND, toAddress, facts: {} }, order)
}
