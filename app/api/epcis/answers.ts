import { z } from 'zod'
import { invalid, json, refuse } from '@/app/answers'
import { type FoundEvents, findEvents, type Page, type Viewer } from '@/lib/epcis/queries'
import { GS1_CONTEXT } from '@/lib/epcis/rules/context-prefixes'
import { readQuery } from '@/lib/epcis/rules/event-query'
import { sitesOf } from '@/lib/sites/rules/may-enter'
import type { Caller } from '@/lib/sites/schema'
import { epcisPage } from '../epcis-operations'
import { refuseBy } from './epcis-door'

/** Tokens are places in an order, good for ever; a promise has to end. */
const TOKEN_HOURS = 24
/** The standard's name of a query without one. */
const SIMPLE_QUERY = 'SimpleEventQuery'
const pageSchema = z.object(epcisPage)

/** Who looks. */
export const viewerOf = (caller: Caller): Viewer => ({ clientId: caller.clientId, siteIds: sitesOf(caller) })

/** The page that a request asks for. */
export function pageOf(request: Request): Page {
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  const parsed = pageSchema.safeParse(asked)
  if (!parsed.success) refuse(invalid('The query is not valid', parsed.error.issues, ''))
  const { perPage, nextPageToken } = parsed.data
  return { perPage, ...(nextPageToken !== undefined && { nextPageToken }) }
}

/** A token that is none of ours. */
export function refuseToken(): never {
  refuseBy('QueryParameterException', { status: 400, title: 'The page token is not one of ours' })
}

/** The headers by which a client finds the next page; none on the last one. */
export function nextPage(request: Request, token: string | null): Record<string, string> {
  if (token === null) return {}
  const url = new URL(request.url)
  url.searchParams.set('nextPageToken', token)
  const expires = new Date(Date.now() + TOKEN_HOURS * 3_600_000)
  return {
    link: `<${url.pathname}${url.search}>; rel="next"`,
    'GS1-Next-Page-Token-Expires': expires.toISOString(),
  }
}

/** The events that a request's query finds, and those of `also` only; `queryName` is what the query is called. */
export async function answerQuery(
  request: Request,
  caller: Caller,
  also: [string, string][] = [],
  queryName = SIMPLE_QUERY,
): Promise<Response> {
  const asked = readQuery([...also, ...new URL(request.url).searchParams])
  if (!asked.ok)
    refuseBy('QueryParameterException', {
      status: 400,
      title: 'The query is not valid',
      detail: asked.reason,
    })
  const found = await findEvents(asked.query, pageOf(request), viewerOf(caller))
  if (found === 'bad-token') refuseToken()
  if (found === 'too-many')
    refuseBy('QueryTooLargeException', { status: 413, title: 'More events than maxEventCount' })
  return queryDocument(found, nextPage(request, found.nextPageToken), queryName)
}

/** Found events as the standard's document. */
export function queryDocument(
  { events }: Pick<FoundEvents, 'events'>,
  headers: Record<string, string> = {},
  queryName = SIMPLE_QUERY,
): Response {
  const resultsBody = { eventList: events }
  return json(
    {
      '@context': [GS1_CONTEXT],
      type: 'EPCISQueryDocument',
      schemaVersion: '2.0',
      creationDate: new Date().toISOString(),
      epcisBody: { queryResults: { queryName, resultsBody } },
    },
    200,
    headers,
  )
}

/** A list of names. */
export function collection(member: readonly string[], headers: Record<string, string> = {}): Response {
  return json({ '@context': GS1_CONTEXT, type: 'Collection', member }, 200, headers)
}
