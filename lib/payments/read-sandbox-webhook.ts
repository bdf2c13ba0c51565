import { Webhook, WebhookVerificationError } from 'standardwebhooks'
import { z } from 'zod'
import type { Heard } from './schema'

const noticeSchema = z.object({ data: z.object({ reference: z.string() }) })

/** A webhook of the sandbox, signed by Standard Webhooks with PAYMENT_SANDBOX_SECRET. */
export function readSandboxWebhook(text: string, headers: Headers): Heard {
  const secret = process.env.PAYMENT_SANDBOX_SECRET
  if (!secret) return { outcome: 'unsigned' }
  try {
    const said = new Webhook(secret).verify(text, Object.fromEntries(headers))
    return { outcome: 'heard', orderNumber: noticeSchema.parse(said).data.reference }
  } catch (error) {
    if (error instanceof WebhookVerificationError) return { outcome: 'unsigned' }
    throw error
  }
}
