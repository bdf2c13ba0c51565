import http from 'node:http'
import https from 'node:https'
import { Webhook } from 'standardwebhooks'
import { guardedLookup, ownReach, type Reach, type Resolve, refusedHost } from './guard-address'

export type Posted =
  | { outcome: 'answered'; status: number; retryAfter: string | null; elapsedMs: number }
  | { outcome: 'unreachable'; reason: string; elapsedMs: number }

export type Post = {
  url: string
  /** The same at every attempt, so that the receiver takes it once. */
  id: string
  contentType: string
  text: string
  /** `whsec_…`; several while one follows another; none sends without a signature. */
  secrets: readonly string[]
  timeoutMs: number
  headers?: Record<string, string>
}

// Sockets are kept for less than the five seconds that most servers keep them, so that none dies under a request.
const KEPT = { keepAlive: true, timeout: 4_000, maxSockets: 64, scheduling: 'lifo' } as const
const agents = { 'http:': new http.Agent(KEPT), 'https:': new https.Agent(KEPT) }

/**
 * Posts a text, signed by Standard Webhooks: webhook-id, webhook-timestamp, and in webhook-signature an HMAC-SHA256 over
 * `id.timestamp.text` for each secret. Follows no redirect, and reaches only what is outside of our own network.
 */
export function postWebhook(
  post: Post,
  reach: Reach = ownReach(),
  resolve: Resolve | undefined = undefined,
): Promise<Posted> {
  const startedAt = performance.now()
  const elapsedMs = () => Math.round(performance.now() - startedAt)
  const url = new URL(post.url)
  const refused = refusedHost(url, reach)
  if (refused) return Promise.resolve({ outcome: 'unreachable', reason: refused, elapsedMs: 0 })
  return new Promise((done) => {
    const options = {
      method: 'POST',
      headers: { ...headersOf(post), ...post.headers },
      // A socket that was kept open has had its address looked at when it was opened.
      lookup: guardedLookup(reach, resolve),
      agent: url.protocol === 'https:' ? agents['https:'] : agents['http:'],
      signal: AbortSignal.timeout(post.timeoutMs),
    }
    const request = (url.protocol === 'https:' ? https : http).request(url, options, (answer) => {
      const { statusCode = 0, headers } = answer
      // What it says beside the status is nobody's; a little is read so that the socket can be used again.
      readAway(answer)
      done({
        outcome: 'answered',
        status: statusCode,
        retryAfter: headers['retry-after'] ?? null,
        elapsedMs: elapsedMs(),
      })
    })
    request.on('error', (error) => {
      const reason =
        error.name === 'TimeoutError' || error.name === 'AbortError' ? 'no answer in time' : said(error)
      done({ outcome: 'unreachable', reason, elapsedMs: elapsedMs() })
    })
    request.end(post.text)
  })
}

function headersOf({ id, contentType, text, secrets }: Post): Record<string, string> {
  const plain = {
    'content-type': contentType,
    'content-length': String(Buffer.byteLength(text)),
    'user-agent': 'Stowline',
  }
  if (secrets.length === 0) return plain
  const at = new Date()
  return {
    ...plain,
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, text)).join(' '),
  }
}

const MOST_READ_BYTES = 65_536

function readAway(answer: http.IncomingMessage): void {
  let bytes = 0
  answer.on('error', () => {})
  answer.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > MOST_READ_BYTES) answer.destroy()
  })
}

const said = (error: NodeJS.ErrnoException & { errors?: Error[] }): string =>
  error.message || error.errors?.[0]?.message || error.code || 'no connection'
