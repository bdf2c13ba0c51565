import PostalMime from 'postal-mime'
import { db } from '@/lib/platform/db'

/**
 * Puts a received mail into the built-in mailbox. A mail whose Message-ID is there already is the same mail sent
 * again and is suppressed, as mail servers do on delivery.
 */
export async function receiveMail(raw: Buffer, envelope: { from: string; to: string }): Promise<void> {
  const mail = await PostalMime.parse(raw)
  const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value ?? null
  const messageId = mail.messageId ?? `<${crypto.randomUUID()}@no-message-id>`
  const received = db.receivedMail.createMany({
    data: {
      messageId,
      toAddress: envelope.to,
      fromAddress: envelope.from,
      subject: mail.subject ?? '',
      orderNumber: header('x-order-number'),
      text: mail.text ?? '',
      html: mail.html ?? null,
    },
    skipDuplicates: true,
  })
  const attachments = mail.attachments.map(({ filename, mimeType, content }, position) => ({
    ...{ messageId, position, name: filename ?? 'attachment', contentType: mimeType },
    content: typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content),
  }))
  await db.$transaction([
    received,
    db.receivedAttachment.createMany({ data: attachments, skipDuplicates: true }),
  ])
}
