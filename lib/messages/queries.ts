import { db } from '@/lib/platform/db'
import type { Prisma } from '@/prisma/generated/client'
import { attachmentPath } from './rules/attachment-path'
import type { ReceivedMail } from './schema'

const ATTACHMENTS = {
  select: { position: true, name: true, contentType: true },
  orderBy: { position: 'asc' },
} as const

/** Every mail the built-in mailbox has received that is for somebody of these sites to read, newest first. */
export async function listReceivedMail(siteIds: string[] | 'all' = 'all'): Promise<ReceivedMail[]> {
  const mails = await db.receivedMail.findMany({
    where: await ofSites(siteIds),
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
export async function readMailbox(orderNumber?: string, siteIds: string[] | 'all' = 'all') {
  return db.receivedMail.findMany({
    where: { ...(orderNumber !== undefined && { orderNumber }), AND: await ofSites(siteIds) },
    orderBy: [{ receivedAt: 'desc' }, { messageId: 'asc' }],
    include: { attachments: ATTACHMENTS },
    take: NEWEST,
  })
}

/** A file that came with a mail; null when there is none, or the mail is not for these sites. */
export async function findAttachment(messageId: string, position: number, siteIds: string[] | 'all' = 'all') {
  return db.receivedAttachment.findFirst({ where: { messageId, position, mail: await ofSites(siteIds) } })
}

// A mail names its order, and the order its site. One about no order says of no site whose it is: whoever may know of
// all the sites there are reads it.
async function ofSites(siteIds: string[] | 'all'): Promise<Prisma.ReceivedMailWhereInput> {
  if (siteIds === 'all') return {}
  const others = await db.site.findMany({ where: { id: { notIn: siteIds } }, select: { id: true } })
  if (others.length === 0) return {}
  const orders = await db.order.findMany({ where: { siteId: { in: siteIds } }, select: { number: true } })
  return { orderNumber: { in: orders.map(({ number }) => number) } }
}
