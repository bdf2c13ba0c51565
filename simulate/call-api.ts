import { Agent as HttpAgent, request as plain } from 'node:http'
import { Agent as HttpsAgent, request as secure } from 'node:https'

const TIMEOUT_MS = 30_000

export type Answer = { status: number; body: unknown }
export type CallApi = (
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
  idempotencyKey?: string,
) => Promise<Answer>

/** A client of the public API over kept connections; throws when no answer comes. */
export function openApi(url: string, key: string): CallApi {
  const isSecure = url.startsWith('https:')
  const [send, agent] = isSecure
    ? [secure, new HttpsAgent({ keepAlive: true })]
    : [plain, new HttpAgent({ keepAlive: true })]
  return (method, path, body, idempotencyKey) =>
    new Promise((resolve, reject) => {
      const text = body === undefined ? undefined : JSON.stringify(body)
      const headers = {
        authorization: `Bearer ${key}`,
        ...(text === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
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
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: parsed(answer) }))
      })
      call.on('error', reject)
      call.end(text)
    })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
