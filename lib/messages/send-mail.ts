import nodemailer, { type Transporter } from 'nodemailer'
import { counter } from '@/lib/platform/metrics'
import { inSpan, SpanKind } from '@/lib/platform/telemetry'

const CONNECT_MS = 3_000
const ANSWER_MS = 10_000
const FROM = 'Stowline <orders@stowline.example>'

/** A file that goes with a mail. */
export type MailAttachment = { filename: string; contentType: string; content: Buffer }

const mails = counter('stowline_mails', 'Mails by what the mail server made of them', ['outcome'])

let transport: Transporter | undefined

/**
 * Hands a mail to the mail server of SMTP_URL over a pool of kept connections.
 * @returns `refused` when the server will never take this mail: its 5xx is about the recipient or the words
 * @throws Error that names the server and what it said, when another attempt may do
 */
export async function sendMail(mail: {
  messageId: string
  to: string
  /** The order it is about, for the receiver's filters. */
  orderNumber?: string
  subject: string
  text: string
  html?: string
  attachments?: MailAttachment[]
}): Promise<{ outcome: 'taken' } | { outcome: 'refused'; reason: string }> {
  const { orderNumber, ...message } = mail
  try {
    const headers = orderNumber === undefined ? {} : { 'x-order-number': orderNumber }
    const hand = () => opened().sendMail({ from: FROM, ...message, headers })
    await inSpan('send mail', { kind: SpanKind.CLIENT, attributes: { 'messaging.system': 'smtp' } }, hand)
    mails.inc({ outcome: 'sent' })
    return { outcome: 'taken' }
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    const reason = `mail server ${new URL(process.env.SMTP_URL ?? '').host}: ${said}`
    const isRefused = isForEver(error)
    mails.inc({ outcome: isRefused ? 'refused' : 'failed' })
    if (isRefused) return { outcome: 'refused', reason }
    throw new Error(reason, { cause: error })
  }
}

// A 5xx to the greeting, the sign-in or the sender is our setting: put right, the same mail goes through.
function isForEver(error: unknown): boolean {
  const { responseCode = 0, command = '' } = error as { responseCode?: number; command?: string }
  return responseCode >= 500 && ['RCPT TO', 'DATA'].includes(command)
}

function opened(): Transporter {
  const url = process.env.SMTP_URL
  if (!url) throw new Error('SMTP_URL is not set')
  transport ??= nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: 4,
    maxMessages: Number.POSITIVE_INFINITY,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: ANSWER_MS,
  })
  return transport
}
