import type { ZodType } from 'zod'
import { isDatabaseAway } from '@/lib/platform/database-away'
import { logger } from '@/lib/platform/logger'
import { problemResponse, RefusedRequest } from '@/lib/platform/problem'
import { isStorable } from '@/lib/platform/rules/storable-json'
import { inSpan, isTraced, SpanKind, traceparentOf } from '@/lib/platform/telemetry'
import { continueTrace, traceIdOf } from '@/lib/platform/trace-context'
import { requestIdUnderWay, tellVisit } from '@/lib/platform/visit'
import type { Caller } from '@/lib/sites/schema'
import { type Arrival, admitCaller } from './admit-caller'
import { invalid, refuse } from './answers'
import { MOST_ON_PAGE, type Operation } from './api/operation'
import { type Audited, auditVisit } from './audit-visit'
import { csvAnswer, wantsCsv } from './csv-answer'
import type { RouteContext } from './methods'
import { parseBody, readBytes, UNSTORABLE } from './read-body'

const AWAY_RETRY_SECONDS = '2'
const JSON_BODY = { types: ['application/json'], limitBytes: 1_048_576 }

export type Visit<Body, Query> = {
  request: Request
  caller: Caller
  body: Body
  query: Query
  params: Record<string, string>
  traceparent: string
  requestId: string
  /** Writes down what the visit did, or was not let do, and to which thing; a person's change that says nothing is told by its address. */
  audit: (about: Audited) => Promise<void>
}

type Came = Arrival & { context: RouteContext; traceparent: string }
/** A route's handler that says whose door it is: what walks all of them asks that. */
export type Door = {
  (request: Request, context: RouteContext): Promise<Response>
  operation: Operation
}
type ParsedAs<Schema> = Schema extends ZodType<infer Value> ? Value : undefined
type BodyOf<Op extends Operation> = Op['bytes'] extends object ? Buffer : ParsedAs<Op['body']>

/**
 * A door of the house: finds out who is asking, checks what they may, parses what they bring and calls `act`.
 * Whatever is refused answers as a problem document; whatever breaks answers 500 and tells only the log.
 */
export function door<const Op extends Operation>(
  operation: Op,
  act: (visit: Visit<BodyOf<Op>, ParsedAs<Op['query']>>) => Promise<Response>,
): Door {
  const open = async (request: Request, context: RouteContext): Promise<Response> => {
    const requestId = requestIdUnderWay()
    const path = new URL(request.url).pathname
    const came = request.headers.get('traceparent')
    const about = {
      kind: SpanKind.SERVER,
      // Next has gone on with the caller's trace by itself where spans are sent.
      parent: isTraced() ? undefined : came,
      attributes: {
        'http.request.method': operation.method,
        'http.route': operation.path,
        'request.id': requestId,
      },
    }
    return inSpan(`${operation.method} ${operation.path}`, about, async (span) => {
      const traceparent = traceparentOf(span) ?? continueTrace(came)
      tellVisit({ route: operation.path, traceId: traceIdOf(traceparent) })
      const limits = new Headers()
      const response = await answer({ request, context, path, traceparent, requestId, limits })
      for (const [name, value] of limits) if (!response.headers.has(name)) response.headers.set(name, value)
      span.setAttribute('http.response.status_code', response.status)
      response.headers.set('traceparent', traceparent)
      response.headers.set('x-request-id', requestId)
      return response
    })
  }

  return Object.assign(open, { operation })

  async function answer(came: Came): Promise<Response> {
    const { request, path, requestId } = came
    try {
      const caller = await admitCaller(operation, came)
      const asked = new URL(request.url).searchParams
      const params = (await came.context.params) as Record<string, string>
      if (!isStorable({ ...params, ...Object.fromEntries(asked) })) refuse(UNSTORABLE)
      const parse = (search: URLSearchParams) => operation.query && parseQuery(operation.query, search)
      const query = parse(asked)
      const body = await readBody(operation, request)
      const { traceparent } = came
      const { audit, finish } = auditVisit(operation, caller, path, requestId)
      const visit = { request, caller, body, query, params, traceparent, requestId, audit }
      const enter = (narrowed: unknown) =>
        act({ ...visit, query: narrowed } as Visit<BodyOf<Op>, ParsedAs<Op['query']>>)
      if (!wantsCsv(operation, request)) return await finish(await enter(query))
      const day = new Date().toISOString().slice(0, 10)
      return await csvAnswer(operation, day, (cursor) => enter(parse(pageAfter(asked, cursor))))
    } catch (error) {
      return answerTo(error, path, requestId)
    }
  }
}

function answerTo(error: unknown, path: string, requestId: string): Response {
  if (error instanceof RefusedRequest) return problemResponse(error.problem, path, error.headers)
  logger.error({ error, path, requestId }, 'a request broke')
  if (isDatabaseAway(error)) {
    const problem = { status: 503, title: 'Service Unavailable', detail: 'The database is away; try again.' }
    return problemResponse(problem, path, { 'retry-after': AWAY_RETRY_SECONDS })
  }
  return problemResponse({ status: 500, title: 'Internal Server Error' }, path)
}

/** The query of a list's largest page behind this cursor. */
function pageAfter(asked: URLSearchParams, cursor: string | null): URLSearchParams {
  const search = new URLSearchParams(asked)
  search.delete('format')
  search.set('limit', String(MOST_ON_PAGE))
  if (cursor !== null) search.set('cursor', cursor)
  return search
}

function parseQuery(schema: ZodType, search: URLSearchParams): unknown {
  const parsed = schema.safeParse(Object.fromEntries(search))
  if (parsed.success) return parsed.data
  refuse(invalid('The query is not valid', parsed.error.issues, ''))
}

async function readBody({ body, bytes }: Operation, request: Request): Promise<unknown> {
  if (bytes) return readBytes(request, bytes.limitBytes)
  return body ? parseBody(body, request, JSON_BODY) : undefined
}
