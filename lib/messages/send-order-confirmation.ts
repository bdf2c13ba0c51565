import { db } from '@/lib/platform/db'
import { orderConfirmation } from './rules/order-confirmation'
import type { ConfirmedOrder } from './schema'
import { sendMail } from './send-mail'

const KIND = 'order-confirmation'

/**
 * Sends the confirmation of an order, once. The Message-ID is made of the order, so that a mail sent again by a process
 * that died between the server's yes and our note is the same mail, and mail servers that suppress duplicates do.
 * @returns `refused` when the mail server will never take it: the address does not exist, the mail is not wanted there
 * @throws Error when the mail server does not take it now; nothing is noted then and the next attempt sends it
 */
export async function sendOrderConfirmation(
  order: ConfirmedOrder,
): Promise<{ outcome: 'sent' | 'already-sent' } | { outcome: 'refused'; reason: string }> {
  const { orderNumber } = order
  const words = orderConfirmation(order)
  const id = `<${KIND}.${orderNumber}@stowline.example>`
  const toAddress = order.customer.email
  // Not upsert: Prisma makes three statements of it, and of workers at the same moment all but one fail.
  const { count } = await db.mail.createMany({
    data: { id, orderNumber, kind: KIND, toAddress, subject: words.subject, state: 'sending' },
    skipDuplicates: true,
  })
  if (count === 0 && (await db.mail.count({ where: { id, state: 'sent' } })) > 0)
    return { outcome: 'already-sent' }
  const handedOver = await sendMail({ messageId: id, to: toAddress, orderNumber, ...words })
  if (handedOver.outcome === 'refused') return handedOver
  await db.mail.update({ where: { id }, data: { state: 'sent', sentAt: new Date(), toAddress } })
  return { outcome: 'sent' }
}
