import { db } from '@/lib/platform/db'
import { announce } from '@/lib/platform/realtime'
import { type Delivery, deliverMail } from './deliver-mail'
import { mailDelayed, mailRefused, mailSent } from './events'
import { type LetterOrder, mailKindSchema } from './schema'

/**
 * Sends an owed mail, and tells the screens however it ends. Idempotent by its row: sent or refused, it is left alone.
 * @throws Error when the mail server does not take it now
 */
export async function sendOwedMail(
  id: string,
  order: LetterOrder & { siteId: string; version: number },
): Promise<Delivery | { outcome: 'settled-before' | 'unknown' }> {
  const mail = await db.mail.findUnique({ where: { id } })
  if (!mail) return { outcome: 'unknown' }
  if (mail.state !== 'sending') return { outcome: 'settled-before' }
  const { siteId: site, orderNumber, version } = order
  const say = (event: string) => announce({ site, topic: 'orders', event, id: orderNumber, version })
  try {
    const delivery = await deliverMail({ ...mail, kind: mailKindSchema.parse(mail.kind) }, order)
    say(delivery.outcome === 'sent' ? mailSent : mailRefused)
    return delivery
  } catch (error) {
    say(mailDelayed)
    throw error
  }
}
