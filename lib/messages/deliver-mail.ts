import { db } from '@/lib/platform/db'
import { orderLetter } from './rules/order-letter'
import { type LetterOrder, type MailKind, mailFactsSchema } from './schema'
import { sendMail } from './send-mail'
import { statusLink } from './status-link'

type Owed = { id: string; kind: MailKind; toAddress: string; facts: unknown }
export type Delivery = { outcome: 'sent' } | { outcome: 'refused'; reason: string }

/**
 * Hands an owed mail to the mail server and notes what it said. The Message-ID is the row's, so that a mail sent again by a
 * process that died between the server's yes and our note is the same mail, and mail servers that suppress duplicates do.
 * @returns `refused` when the mail server will never take it: the address does not exist, the mail is not wanted there
 * @throws Error when the mail server does not take it now; the row says why, and the next attempt sends it
 */
export async function deliverMail(mail: Owed, order: LetterOrder): Promise<Delivery> {
  const { id, kind, toAddress } = mail
  const words = orderLetter(kind, order, mailFactsSchema.parse(mail.facts), statusLink(order.orderNumber))
  const attempts = { increment: 1 }
  try {
    const said = await sendMail({ messageId: id, to: toAddress, orderNumber: order.orderNumber, ...words })
    if (said.outcome === 'refused') {
      const data = {
        state: 'refused',
        lastError: said.reason,
        subject: words.subject,
        toAddress,
        attempts,
      } as const
      await db.mail.update({ where: { id }, data })
      return said
    }
  } catch (error) {
    const lastError = error instanceof Error ? error.message : String(error)
    await db.mail.update({ where: { id }, data: { lastError, attempts } })
    throw error
  }
  const { subject } = words
  const data = { state: 'sent', sentAt: new Date(), toAddress, subject, lastError: null, attempts } as const
  await db.mail.update({ where: { id }, data })
  return { outcome: 'sent' }
}
