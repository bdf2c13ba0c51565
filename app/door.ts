import { randomUUID } from 'node:crypto'
import type { ZodType } from 'zod'
import { isDatabaseAway } from '@/lib/platform/database-away'
import { logger } from '@/lib/platform/logger'
import { problemResponse, RefusedRequest } from '@/lib/platform/problem'
import { isStorable } from '@/lib/platform/rules/storable-json'
import { inSpan, SpanKind, traceparentOf } from '@/lib/platform/telemetry'
import { continueTrace } from '@/lib/platform/trace-context'
import { identifyCaller } from '@/lib/sites/identify-caller'
import { recordAudit } from '@/lib/sites/record-audit'
import { mayEnter } from '@/lib/sites/rules/may-enter'
import type { Caller } from '@/lib/sites/schema'
import { invalid, refuse } from './answers'
import { MOST_ON_PAGE, type Operation } from './api/operation'
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
}

type Came = {
  request: Request
  context: RouteContext
  path: string
  traceparent: string
  requestId: string
}
type RouteHandler = (request: Request, context: RouteContext) => Promise<Response>
type ParsedAs<Schema> = Schema extends ZodType<infer Value> ? Value : undefined
type BodyOf<Op extends Operation> = Op['bytes'] extends object ? Buffer : ParsedAs<Op['body']>

/**
 * A door of the house: finds out who is asking, checks what they may, parses what they bring and calls `act`.
 * Whatever is refused answers as a problem document; whatever breaks answers 500 and tells only the log.
 */
export function door<const Op extends Operation>(
  operation: Op,
  act: (visit: Visit<BodyOf<Op>, ParsedAs<Op['query']>>) => Promise<Response>,
): RouteHandler {
  return async (request, context) => {
    const requestId = randomUUID()
    const path = new URL(request.url).pathname
    const came = request.headers.get('traceparent')
    const about = {
      kind: SpanKind.SERVER,
      parent: came,
      attributes: {
        'http.request.method': operation.method,
        'http.route': operation.path,
        'request.id': requestId,
      },
    }
    return inSpan(`${operation.method} ${operation.path}`, about, async (span) => {
      const traceparent = traceparentOf(span) ?? continueTrace(came)
      const response = await answer({ request, context, path, traceparent, requestId })
      span.setAttribute('http.response.status_code', response.status)
      response.headers.set('traceparent', traceparent)
      response.headers.set('x-request-id', requestId)
      return response
    })
  }

  async function answer(came: Came): Promise<Response> {
    const { request, path, requestId } = came
    try {
      const caller = await admit(operation, request, path, requestId)
      const asked = new URL(request.url).searchParams
      const params = (await came.context.params) as Record<string, string>
      if (!isStorable({ ...params, ...Object.fromEntries(asked) })) refuse(UNSTORABLE)
      const parse = (search: URLSearchParams) => operation.query && parseQuery(operation.query, search)
      const query = parse(asked)
      const body = await readBody(operation, request)
      const { traceparent } = came
      const visit = { request, caller, body, query, params, traceparent, requestId }
      const enter = (narrowed: unknown) =>
        act({ ...visit, query: narrowed } as Visit<BodyOf<Op>, ParsedAs<Op['query']>>)
      if (!wantsCsv(operation, request)) return await enter(query)
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

async function admit(
  operation: Operation,
  request: Request,
  path: string,
  requestId: string,
): Promise<Caller> {
  const caller = await identifyCaller(request.headers)
  if (caller?.kind === 'person') refuseOtherSites(operation, request)
  if (caller && mayEnter(caller, operation.admits)) return caller
  // Strangers are not written down: anybody could fill the table.
  if (!caller)
    refuse(
      { status: 401, title: 'Unauthorized', detail: 'Sign in, or send an API key.' },
      { 'www-authenticate': 'Bearer' },
    )
  await recordAudit({
    actor: caller.clientId,
    action: operation.id,
    outcome: 'refused',
    subject: path,
    requestId,
  })
  refuse({ status: 403, title: 'Forbidden', detail: 'Your role or scope does not open this.' })
}

// A session's cookie travels by itself; a change must come from a page of ours. Browsers say where it comes from.
function refuseOtherSites(operation: Operation, request: Request): void {
  const origin = request.headers.get('origin')
  if (operation.method === 'GET' || origin === null) return
  const isOurs = URL.canParse(origin) && new URL(origin).host === request.headers.get('host')
  if (!isOurs) refuse({ status: 403, title: 'Forbidden', detail: 'This came from a page of another site.' })
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
