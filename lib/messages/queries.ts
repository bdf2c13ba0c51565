import { db } from '@/lib/platform/db'
import type { ReceivedMail } from './schema'

/** Every mail the built-in mailbox has received, newest first. */
export async function listReceivedMail(): Promise<ReceivedMail[]> {
  const mails = await db.receivedMail.findMany({
    orderBy: [{ receivedAt: 'desc' }, { messageId: 'asc' }],
    select: { toAddress: true, subject: true, orderNumber: true, receivedAt: true, text: true },
  })
  return mails.map(({ toAddress, receivedAt, ...mail }) => ({
    ...mail,
    to: toAddress,
    receivedAt: receivedAt.toISOString(),
  }))
}

/** The mails we sent or are sending about an order. */
export async function findMailOfOrder(orderNumber: string) {
  return db.mail.findMany({ where: { orderNumber }, orderBy: { createdAt: 'asc' } })
}

const NEWEST = 100

/** The newest mails of the built-in mailbox with all their words, or those about one order. */
export async function readMailbox(orderNumber?: string) {
  return db.receivedMail.findMany({
    where: orderNumber === undefined ? {} : { orderNumber },
    orderBy: [{ receivedAt: 'desc' }, { messageId: 'asc' }],
    take: NEWEST,
  })
}
