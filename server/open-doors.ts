import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import next from 'next'
import { streamBins } from '@/lib/inventory/stream-bins'
import { pool } from '@/lib/platform/db'
import type { Environment } from '@/lib/platform/environment'
import { listenLive } from '@/lib/platform/listen-live'
import { openSockets } from '@/lib/platform/open-sockets'
import { problemText } from '@/lib/platform/problem'
import { slot } from '@/lib/platform/slot'
import type { Supervised } from '@/lib/platform/supervise-process'
import { identifyCaller } from '@/lib/sites/identify-caller'
import { mayHear } from '@/lib/sites/rules/may-enter'
import { compressedFiles } from './compressed-files'
import { openBelt } from './open-belt'

const SAFE_HEADERS = {
  'content-security-policy': "frame-ancestors 'none'; object-src 'none'; base-uri 'self'; form-action 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'geolocation=(), microphone=()',
}

type Opening = {
  environment: Environment
  dataFolder: string
  closers: (() => Promise<unknown>)[]
  nightShift: Supervised
}

/** Opens the doors: pages and API by Next, sockets, and the live changes of other processes, on one port. */
export async function openDoors({
  environment,
  dataFolder,
  closers,
  nightShift,
}: Opening): Promise<{ url: string }> {
  const server = createServer()
  const app = next({
    dev: process.env.NODE_ENV !== 'production',
    hostname: environment.HOST,
    port: environment.PORT,
    httpServer: server,
  })
  const live = await listenLive(process.env.DATABASE_URL ?? '')
  closers.push(live.close)
  const sockets = openSockets(server, async (headers) => {
    const caller = await identifyCaller(headers)
    return caller && { mayHear: (site, topic) => mayHear(caller, site, topic) }
  })
  const bins = streamBins({
    hasListeners: (site) => sockets.hasListeners(site, 'floor'),
    emit: (message) => sockets.emit(message.site, 'floor', 'bins', message),
  })
  slot.touchLive = bins.touch
  slot.readiness = () => readiness(nightShift)
  await app.prepare()
  closers.push(() => app.close())
  const belt = await openBelt({
    dataFolder,
    url: environment.STOWLINE_PEER_URL ?? peerUrl(environment),
    sockets,
  })
  const handle = app.getRequestHandler()
  const serveCompressed = compressedFiles('.next/static', '/_next/static')
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/socket.io/')) return
    if (!isAddress(request.url)) return refuseAddress(response)
    stamp(request)
    for (const [name, value] of Object.entries(SAFE_HEADERS)) response.setHeader(name, value)
    if (serveCompressed(request, response)) return
    void handle(request, response)
  })
  await listen(server, environment)
  closers.push(async () => {
    slot.touchLive = undefined
    bins.close()
    // Answers go out as long as anybody can ask.
    await sockets.close()
    await belt.close()
  })
  return { url: environment.STOWLINE_URL ?? `http://localhost:${environment.PORT}` }
}

const peerUrl = ({ HOST, PORT }: Environment): string =>
  `http://${HOST === '0.0.0.0' || HOST === '::' ? '127.0.0.1' : HOST}:${PORT}`

// `//` is no path, and Next answers 500 to an escape that is none.
function isAddress(path = '/'): boolean {
  try {
    return (
      path.startsWith('/') &&
      decodeURIComponent(path.split('?')[0] ?? '') !== '' &&
      URL.canParse(path, 'http://house')
    )
  } catch {
    return false
  }
}

function refuseAddress(response: ServerResponse): void {
  const problem = { status: 400, title: 'Bad Request', detail: 'The address cannot be read.' }
  response.writeHead(400, { 'content-type': 'application/problem+json' }).end(problemText(problem))
}

// What a page must know of its own request, set here so that no client can set it.
function stamp(request: IncomingMessage): void {
  const url = new URL(request.url ?? '/', 'http://house')
  // Next adds it when it fetches a page in the background; nobody wants to come back to that.
  url.searchParams.delete('_rsc')
  request.headers['x-path'] = url.pathname + url.search
  request.headers['x-client-address'] = request.socket.remoteAddress ?? ''
}

async function listen(server: Server, { PORT, HOST }: Environment): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new Error(`port ${PORT} is taken; set PORT to a free one`) : error)
    })
    server.listen(PORT, HOST, resolve)
  })
}

async function readiness(nightShift: Supervised): Promise<{ part: string; ok: boolean; detail?: string }[]> {
  const database = await pool.query('SELECT 1').then(
    () => ({ part: 'database', ok: true }),
    (error: unknown) => ({
      part: 'database',
      ok: false,
      detail: error instanceof Error ? error.message : 'no answer',
    }),
  )
  const engine = nightShift.ready()
    ? { part: 'engine', ok: true }
    : { part: 'engine', ok: false, detail: 'the night shift is not running' }
  return [database, engine, { part: 'sockets', ok: slot.emitLive !== undefined }]
}
