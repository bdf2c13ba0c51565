import { db } from '@/lib/platform/db'
import { attachmentPath } from './rules/attachment-path'
import type { ReceivedMail } from './schema'

const ATTACHMENTS = {
  select: { position: true, name: true, contentType: true },
  orderBy: { position: 'asc' },
} as const

/** Every mail the built-in mailbox has received, newest first. */
export async function listReceivedMail(): Promise<ReceivedMail[]> {
  const mails = await db.receivedMail.findMany({
    orderBy: [{ receivedAt: 'desc' }, { messageId: 'asc' }],
    select: {
      ...{ messageId: true, toAddress: true, subject: true, orderNumber: true, receivedAt: true, text: true },
      attachments: ATTACHMENTS,
    },
  })
  return mails.map(({ messageId, toAddress, receivedAt, attachments, ...mail }) => ({
    ...mail,
    attachments: attachments.map((one) => ({ ...one, path: attachmentPath(messageId, one.position) })),
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
    include: { attachments: ATTACHMENTS },
    take: NEWEST,
  })
}

/** A file that came with a mail; null when there is none. */
export async function findAttachment(messageId: string, position: number) {
  return db.receivedAttachment.findUnique({ where: { messageId_position: { messageId, position } } })
}
