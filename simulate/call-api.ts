import { Agent as HttpAgent, request as plain } from 'node:http'
import { Agent as HttpsAgent, request as secure } from 'node:https'
import type { ZodType } from 'zod'

const TIMEOUT_MS = 30_000
const READ_AGAIN_MS = 500
const READ_PATIENCE_MS = 120_000
const TRIES = 20
const TRY_AGAIN_MS = 1_000

/** An HTTP answer; the body is undefined when it is not JSON, the wait is what Retry-After asks for. */
export type Answer = { status: number; body: unknown; retryAfterMs: number }
export type CallApi = (
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: unknown,
  idempotencyKey?: string,
  contentType?: string,
) => Promise<Answer>

/** A client of the public API over kept connections; throws when no answer comes within 30 s. */
export function openApi(url: string, key: string): CallApi {
  const isSecure = url.startsWith('https:')
  const [send, agent] = isSecure
    ? [secure, new HttpsAgent({ keepAlive: true })]
    : [plain, new HttpAgent({ keepAlive: true })]
  return (method, path, body, idempotencyKey, contentType = 'application/json') =>
    new Promise((resolve, reject) => {
      const text = body === undefined ? undefined : JSON.stringify(body)
      const headers = {
        authorization: `Bearer ${key}`,
        ...(text === undefined
          ? {}
          : { 'content-type': contentType, 'content-length': Buffer.byteLength(text) }),
        ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
      }
      const signal = AbortSignal.timeout(TIMEOUT_MS)
      const call = send(new URL(path, url), { method, headers, agent, signal }, (response) => {
        let answer = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => {
          answer += chunk
        })
        response.on('error', reject)
        response.on('end', () => {
          const retryAfterMs = 1000 * (Number(response.headers['retry-after']) || 0)
          resolve({ status: response.statusCode ?? 0, body: parsed(answer), retryAfterMs })
        })
      })
      call.on('error', reject)
      call.end(text)
    })
}

/**
 * What stands at a path; a house that is being started again is asked again for two minutes.
 * @returns undefined when there is nothing (404)
 * @throws Error when the house refuses or stays silent
 */
export async function readPath<T>(
  callApi: CallApi,
  path: string,
  schema: ZodType<T>,
): Promise<T | undefined> {
  const endMs = performance.now() + READ_PATIENCE_MS
  for (;;) {
    const answer = await callApi('GET', path).catch(() => undefined)
    if (answer?.status === 200) return schema.parse(answer.body)
    if (answer?.status === 404) return undefined
    if (answer && answer.status < 500 && answer.status !== 429)
      throw new Error(`${path} answers ${answer.status}`)
    if (performance.now() > endMs) throw new Error(`${path} has not answered for two minutes`)
    await new Promise((resolve) => setTimeout(resolve, answer?.retryAfterMs || READ_AGAIN_MS))
  }
}

/** The same word again until the house has heard it: it counts once. */
export async function insist(say: () => Promise<Answer>): Promise<Answer | undefined> {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const answer = await say().catch(() => undefined)
    if (answer && answer.status < 500 && answer.status !== 429) return answer
    await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS))
  }
  return undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
