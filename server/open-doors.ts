import { createServer, type Server } from 'node:http'
import next from 'next'
import { streamBins } from '@/lib/inventory/stream-bins'
import { pool } from '@/lib/platform/db'
import type { Environment } from '@/lib/platform/environment'
import { listenLive } from '@/lib/platform/listen-live'
import { openSockets, type Sockets } from '@/lib/platform/open-sockets'
import { slot } from '@/lib/platform/slot'
import type { Supervised } from '@/lib/platform/supervise-process'
import { recordVisit } from '@/lib/platform/visit'
import { identifyCaller } from '@/lib/sites/identify-caller'
import { mayHear } from '@/lib/sites/rules/may-enter'
import { compressedFiles } from './compressed-files'
import { guardDoors } from './guard-doors'
import { openBelt } from './open-belt'
import { readPageRoutes } from './read-page-routes'
import { refuseBadAddress } from './refuse-bad-address'

/** Who sends slower than this holds a connection for nothing; a phone with a file of 8 MiB needs the minute. */
const PATIENCE = { headersTimeout: 20_000, requestTimeout: 60_000, connectionsCheckingInterval: 5_000 }

/**
 * A connection that is kept is closed by the proxy, not by us: a request that is under way to us while we close is lost, and
 * a proxy sends no order twice. nginx and the usual load balancers keep one for 60 s.
 */
const KEEP_ALIVE_MS = 65_000

/** What is still under way then is cut off. */
const LAST_REQUESTS_MS = 20_000
const IDLE_LOOK_MS = 100

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
  const server = createServer({ ...PATIENCE, keepAliveTimeout: KEEP_ALIVE_MS })
  const app = next({
    dev: process.env.NODE_ENV !== 'production',
    hostname: environment.HOST,
    port: environment.PORT,
    httpServer: server,
  })
  const sockets = openSockets(
    server,
    async (headers) => {
      const caller = await identifyCaller(headers)
      return caller && { mayHear: (site, topic) => mayHear(caller, site, topic) }
    },
    environment.REDIS_URL,
  )
  const live = await listenLive(process.env.DATABASE_URL ?? '', sockets.reconnectScreens)
  closers.push(live.close)
  guardDoors(server, environment)
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
  const routeOf = readPageRoutes()
  const serveCompressed = compressedFiles('.next/static', '/_next/static')
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/socket.io/')) return
    if (refuseBadAddress(request, response)) return
    if (slot.isLeaving) response.setHeader('connection', 'close')
    recordVisit(request, response, routeOf, () => {
      if (!serveCompressed(request, response)) void handle(request, response)
    })
  })
  await listen(server, environment)
  closers.push(async () => {
    slot.touchLive = undefined
    bins.close()
    await belt.handOver()
    await stopServing(server, sockets)
    // Answers go out as long as anybody can ask.
    await belt.close()
  })
  return { url: environment.STOWLINE_URL ?? `http://localhost:${environment.PORT}` }
}

const peerUrl = ({ HOST, PORT }: Environment): string =>
  `http://${HOST === '0.0.0.0' || HOST === '::' ? '127.0.0.1' : HOST}:${PORT}`

async function listen(server: Server, { PORT, HOST }: Environment): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new Error(`port ${PORT} is taken; set PORT to a free one`) : error)
    })
    server.listen(PORT, HOST, resolve)
  })
}

/** Takes nothing new, lets the requests under way end, and cuts off what takes too long. */
async function stopServing(server: Server, sockets: Sockets): Promise<void> {
  const sweep = setInterval(() => server.closeIdleConnections(), IDLE_LOOK_MS)
  const insist = setTimeout(() => server.closeAllConnections(), LAST_REQUESTS_MS)
  await sockets.close()
  clearInterval(sweep)
  clearTimeout(insist)
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
  const parts = [database, engine, { part: 'sockets', ok: slot.emitLive !== undefined }]
  return slot.isLeaving ? [...parts, { part: 'server', ok: false, detail: 'closing' }] : parts
}
