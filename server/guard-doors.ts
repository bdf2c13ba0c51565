import { randomBytes } from 'node:crypto'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Environment } from '@/lib/platform/environment'
import { type Client, findClient, readTrustedProxies } from '@/lib/platform/trusted-proxies'
import { safeHeaders } from './safe-headers'

const FORWARDED = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
]
const isDevelopment = process.env.NODE_ENV !== 'production'

type Settings = Pick<Environment, 'STOWLINE_TRUSTED_PROXIES' | 'STOWLINE_URL'>

/** Stamps whatever comes, before anybody looks at it, and makes every answer safe; sockets listen on the server already. */
export function guardDoors(server: Server, { STOWLINE_TRUSTED_PROXIES, STOWLINE_URL }: Settings): void {
  const isTrusted = readTrustedProxies(STOWLINE_TRUSTED_PROXIES)
  const isAlwaysHttps = STOWLINE_URL?.startsWith('https:') ?? false
  server.prependListener('request', (request, response) => {
    const client = stampRequest(request, isTrusted)
    guardAnswer(request, response, { ...client, isHttps: client.isHttps || isAlwaysHttps })
  })
  server.prependListener('upgrade', (request) => stampRequest(request, isTrusted))
}

/**
 * Says of a request what pages and doors must know of it, in headers that no client can set: its path, who sends it, and by
 * which address of ours. What proxies said of it is read here and by nobody else.
 */
function stampRequest(request: IncomingMessage, isTrusted: (address: string) => boolean): Client {
  const { headers } = request
  const client = findClient({ peer: request.socket.remoteAddress, headers }, isTrusted)
  for (const name of FORWARDED) delete headers[name]
  if (client.host !== undefined) headers.host = client.host
  headers['x-forwarded-proto'] = client.isHttps ? 'https' : 'http'
  headers['x-client-address'] = client.address
  headers['x-path'] = pathOf(request)
  return client
}

function pathOf({ url = '/' }: IncomingMessage): string {
  // `//` would begin another host's address.
  const asked = new URL(url.replace(/^\/+/, '/'), 'http://house')
  // Next adds it when it fetches a page in the background; nobody wants to come back to that.
  asked.searchParams.delete('_rsc')
  return asked.pathname + asked.search
}

/**
 * Next takes the nonce of its scripts from the policy as the request says it
 * (next/dist/server/app-render/get-script-nonce-from-header), so it is written there too.
 */
function guardAnswer(request: IncomingMessage, response: ServerResponse, { host, isHttps }: Client): void {
  const path = (request.url ?? '/').split('?')[0] ?? '/'
  const nonce = randomBytes(16).toString('base64')
  const headers = safeHeaders({ path, host, isHttps, nonce, isDevelopment })
  request.headers['content-security-policy'] = headers['content-security-policy']
  delete request.headers['content-security-policy-report-only']
  request.headers['x-nonce'] = nonce
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
}
