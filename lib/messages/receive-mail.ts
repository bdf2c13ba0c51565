import PostalMime from 'postal-mime'
import { db } from '@/lib/platform/db'

/**
 * Puts a received mail into the built-in mailbox. A mail whose Message-ID is there already is the same mail sent
 * again and is suppressed, as mail servers do on delivery.
 */
export async function receiveMail(raw: Buffer, envelope: { from: string; to: string }): Promise<void> {
  const mail = await PostalMime.parse(raw)
  const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value ?? null
  await db.receivedMail.createMany({
    data: {
      messageId: mail.messageId ?? `<${crypto.randomUUID()}@no-message-id>`,
      toAddress: envelope.to,
      fromAddress: envelope.from,
      subject: mail.subject ?? '',
      orderNumber: header('x-order-number'),
      text: mail.text ?? '',
      html: mail.html ?? null,
    },
    skipDuplicates: true,
  })
}
