import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { logger } from './logger'
import { histogram } from './metrics'
import { slot } from './slot'
import { traceIdUnderWay } from './telemetry'

/** What is said of a request when it is over: no query, no body, and of who asks the id alone. */
export type Visited = { requestId: string; route?: string; caller?: string; traceId?: string }

slot.visits ??= new AsyncLocalStorage<Visited>()
const visits = slot.visits as AsyncLocalStorage<Visited>

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
/** Nobody waited for the answer: the status under which proxies note it. */
const GONE = 499
const seconds = histogram(
  'stowline_http_request_duration_seconds',
  'Time until the last byte of an answer was handed to the network, by the address’s template',
  ['method', 'route', 'status'],
  [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
)

/** Says what only the door knows of the request under way. */
export function tellVisit(about: Omit<Visited, 'requestId'>): void {
  const visited = visits.getStore()
  if (visited) Object.assign(visited, { traceId: traceIdUnderWay() ?? visited.traceId }, about)
}

/** The id of the request under way. */
export const requestIdUnderWay = (): string => visits.getStore()?.requestId ?? randomUUID()

/**
 * Serves a request, and when it is over counts it and says so in one line of the log.
 * @param routeOf the template of an address that no door names
 */
export function recordVisit(
  request: IncomingMessage,
  response: ServerResponse,
  routeOf: (path: string) => string,
  serve: () => void,
): void {
  const visited: Visited = { requestId: randomUUID() }
  const startedAt = performance.now()
  const path = (request.url ?? '/').split('?')[0] ?? '/'
  response.once('close', () => {
    const elapsedMs = performance.now() - startedAt
    const status = response.writableFinished ? response.statusCode : GONE
    const method = METHODS.has(request.method ?? '') ? request.method : 'other'
    const route = visited.route ?? routeOf(path)
    seconds.observe({ method, route, status }, elapsedMs / 1_000)
    logger.info({ ...visited, method, route, status, elapsedMs: Math.round(elapsedMs * 10) / 10 }, 'request')
  })
  visits.run(visited, serve)
}
