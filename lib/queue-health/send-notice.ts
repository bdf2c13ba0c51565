import { sendMail } from '@/lib/messages/send-mail'
import type { AlertTarget } from '@/prisma/generated/client'
import { alertMail, type NoticeEvent, slackBody, standardBody } from './rules/alert-words'
import type { Alert } from './schema'
import { sendWebhook } from './send-webhook'

/**
 * Sends one word about an alert to a target. Its id is the mail's and the webhook's id: sent twice, it is known as one.
 * @throws Error that says what the mail server or the webhook answered
 */
export async function sendNotice(
  target: Pick<AlertTarget, 'kind' | 'address' | 'format' | 'secret'>,
  { id, event, alert }: { id: string; event: NoticeEvent; alert: Alert },
  houseUrl: string,
): Promise<void> {
  if (target.kind === 'email') {
    const messageId = `<alert.${id}@stowline.example>`
    const mail = await sendMail({ messageId, to: target.address, ...alertMail(event, alert, houseUrl) })
    if (mail.outcome === 'refused') throw new Error(mail.reason)
    return
  }
  if (target.format === 'slack')
    await sendWebhook(target.address, id, slackBody(event, alert, houseUrl), null)
  else await sendWebhook(target.address, id, standardBody(event, alert, houseUrl), target.secret)
}
