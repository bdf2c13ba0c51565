import { postWebhook } from '@/lib/platform/post-webhook'

const ANSWER_MS = 5_000

/**
 * Posts JSON, signed by Standard Webhooks. The same id at every attempt lets the receiver take it once.
 * @param secret `whsec_…`; null sends without a signature, for receivers that know none
 * @throws Error that says what the receiver answered, unless it was a 2xx within 5 s
 */
export async function sendWebhook(
  url: string,
  id: string,
  body: object,
  secret: string | null,
): Promise<void> {
  const posted = await postWebhook({
    url,
    id,
    contentType: 'application/json',
    text: JSON.stringify(body),
    secrets: secret === null ? [] : [secret],
    timeoutMs: ANSWER_MS,
  })
  const { host } = new URL(url)
  if (posted.outcome === 'unreachable') throw new Error(`webhook ${host}: ${posted.reason}`)
  if (posted.status < 200 || posted.status > 299) throw new Error(`webhook ${host} answered ${posted.status}`)
}
