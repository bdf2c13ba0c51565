import { Webhook } from 'standardwebhooks'

const ANSWER_MS = 5_000

/**
 * Posts JSON, signed by Standard Webhooks (webhook-id, webhook-timestamp, webhook-signature: HMAC-SHA256 over
 * `id.timestamp.body`). The same id at every attempt lets the receiver take it once.
 * @param secret `whsec_…`; null sends without a signature, for receivers that know none
 * @throws Error that says what the receiver answered, unless it was a 2xx within 5 s; redirects are not followed
 */
export async function sendWebhook(
  url: string,
  id: string,
  body: object,
  secret: string | null,
): Promise<void> {
  const text = JSON.stringify(body)
  const headers: Record<string, string> = { 'content-type': 'application/json', 'user-agent': 'Stowline' }
  if (secret !== null) {
    const at = new Date()
    headers['webhook-id'] = id
    headers['webhook-timestamp'] = String(Math.floor(at.getTime() / 1000))
    headers['webhook-signature'] = new Webhook(secret).sign(id, at, text)
  }
  const signal = AbortSignal.timeout(ANSWER_MS)
  const answer = await fetch(url, { method: 'POST', headers, body: text, redirect: 'manual', signal }).catch(
    (error: unknown) => {
      throw new Error(`webhook ${new URL(url).host}: ${reasonOf(error)}`)
    },
  )
  await answer.body?.cancel()
  if (!answer.ok) throw new Error(`webhook ${new URL(url).host} answered ${answer.status}`)
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined
  if (cause instanceof Error && cause.message) return cause.message
  return error instanceof Error ? error.message : String(error)
}
