import nodemailer, { type Transporter } from 'nodemailer'

const CONNECT_MS = 3_000
const ANSWER_MS = 10_000
const FROM = 'Stowline <orders@stowline.example>'

let transport: Transporter | undefined

/**
 * Hands a mail to the mail server of SMTP_URL over a pool of kept connections.
 * @throws Error that names the server and what it said
 */
export async function sendMail(mail: {
  messageId: string
  to: string
  orderNumber: string
  subject: string
  text: string
  html: string
}): Promise<void> {
  const { orderNumber, ...message } = mail
  try {
    await opened().sendMail({ from: FROM, ...message, headers: { 'x-order-number': orderNumber } })
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    throw new Error(`mail server ${new URL(process.env.SMTP_URL ?? '').host}: ${said}`, { cause: error })
  }
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
