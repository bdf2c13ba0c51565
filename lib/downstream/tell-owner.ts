import { sendMail } from '@/lib/messages/send-mail'
import { db } from '@/lib/platform/db'
import { findWebhook } from './queries'

const PERSON = 'person:'
const WHY = {
  gone: 'It answered that it is gone (410).',
  failing: 'Nothing has arrived there for five days.',
} as const

/**
 * Writes to the person who added an endpoint that the house sends nothing more there; a machine has its own feed for that.
 * The mail's id is the event's: told twice, it is known as one.
 */
export async function tellOwner(
  endpointId: string,
  reason: keyof typeof WHY,
  eventId: string,
): Promise<{ outcome: 'told' | 'nobody-to-tell' | 'refused' }> {
  const [webhook, row] = await Promise.all([
    findWebhook(endpointId),
    db.webhookEndpoint.findUnique({ where: { id: endpointId }, select: { createdBy: true } }),
  ])
  const owner = row?.createdBy.startsWith(PERSON)
    ? await db.user.findUnique({ where: { id: row.createdBy.slice(PERSON.length) } })
    : null
  if (!webhook || !owner) return { outcome: 'nobody-to-tell' }
  const mail = await sendMail({
    messageId: `<${eventId.replaceAll(':', '.')}@stowline.example>`,
    to: owner.email,
    subject: `Nothing more is sent to ${new URL(webhook.url).host}`.slice(0, 180),
    text: [
      `Events are sent no more to ${webhook.url}.`,
      WHY[reason],
      `It said last: ${webhook.lastError ?? 'nothing'}`,
      '',
      'What it missed is kept for 30 days. Go on with it under Settings, Webhooks, then replay from the day it failed.',
      '',
    ].join('\n'),
  })
  return { outcome: mail.outcome === 'taken' ? 'told' : 'refused' }
}
