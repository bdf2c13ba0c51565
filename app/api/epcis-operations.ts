import { z } from 'zod'
import { singleEventSchema } from '@/lib/epcis/events'
import { QUERY_NAMES } from '@/lib/epcis/rules/event-query'
import {
  captureJobSchema,
  collectionSchema,
  epcisDocumentSchema,
  namedQuerySchema,
  queryDocumentSchema,
} from '@/lib/epcis/schema'
import type { Operation } from './operation'

/** EPCIS 2.0's own paging. */
export const epcisPage = {
  perPage: z.coerce.number().int().min(1).max(1_000).default(30),
  nextPageToken: z.string().max(2_000).optional(),
}
/** Whoever may send events may see what became of them. */
const looking = { scope: ['read', 'events'], roles: ['manager'] } as const
const telling = { scope: 'events' } as const
const text = z.string().optional()

const versions = {
  'GS1-EPCIS-Version': { description: 'The EPCIS version of the body: 2.0', required: false },
  'GS1-CBV-Version': { description: 'The CBV version of the body: 2.0', required: false },
}

export const captureDocumentOperation = {
  id: 'captureEpcisDocument',
  method: 'POST',
  path: '/api/epcis/capture',
  summary: 'EPCIS 2.0: have the events of a document captured; the job tells how it went',
  admits: telling,
  body: epcisDocumentSchema,
  requestHeaders: {
    ...versions,
    'GS1-Capture-Error-Behaviour': {
      description: '`rollback` (all events or none, the default) or `proceed` (those that can be)',
      required: false,
    },
  },
  answers: {
    202: { description: 'Durable; `Location` is the capture job' },
    413: { description: 'More events or bytes than announced by OPTIONS' },
  },
} as const satisfies Operation

export const listCapturesOperation = {
  id: 'listEpcisCaptures',
  method: 'GET',
  path: '/api/epcis/capture',
  summary: 'EPCIS 2.0: capture jobs, newest first',
  admits: looking,
  query: z.object(epcisPage),
  answers: { 200: { description: 'A page of jobs', schema: z.array(captureJobSchema) } },
} as const satisfies Operation

export const showCaptureOperation = {
  id: 'showEpcisCapture',
  method: 'GET',
  path: '/api/epcis/capture/{captureId}',
  summary: 'EPCIS 2.0: how a capture job stands',
  admits: looking,
  answers: { 200: { description: 'The job', schema: captureJobSchema }, 404: { description: 'No such job' } },
} as const satisfies Operation

export const captureEventOperation = {
  id: 'captureEpcisEvent',
  method: 'POST',
  path: '/api/epcis/events',
  summary: 'EPCIS 2.0: capture one event while you wait',
  admits: telling,
  body: singleEventSchema,
  requestHeaders: versions,
  answers: {
    201: { description: 'Captured; `Location` is the event' },
    409: { description: 'The event is known already' },
  },
} as const satisfies Operation

const eventsQuery = z.object({
  ...epcisPage,
  ...Object.fromEntries(QUERY_NAMES.map((name) => [name, text])),
  orderBy: text,
  orderDirection: text,
  eventCountLimit: text,
  maxEventCount: text,
})
const found = { 200: { description: 'An EPCISQueryDocument', schema: queryDocumentSchema } }

export const findEventsOperation = {
  id: 'findEpcisEvents',
  method: 'GET',
  path: '/api/epcis/events',
  summary: 'EPCIS 2.0: events by the query names of the standard; several values are parted by `|`',
  admits: looking,
  query: eventsQuery,
  answers: found,
} as const satisfies Operation

export const showEventOperation = {
  id: 'showEpcisEvent',
  method: 'GET',
  path: '/api/epcis/events/{eventId}',
  summary: 'EPCIS 2.0: an event, and the declarations that it was an error',
  admits: looking,
  answers: { ...found, 404: { description: 'No such event' } },
} as const satisfies Operation

export const listTermsOperation = {
  id: 'listEpcisTerms',
  method: 'GET',
  path: '/api/epcis/{terms}',
  summary: 'EPCIS 2.0: eventTypes, epcs, bizSteps, bizLocations, readPoints or dispositions that there are',
  admits: looking,
  query: z.object(epcisPage),
  answers: { 200: { description: 'A page of them', schema: collectionSchema } },
} as const satisfies Operation

export const showTermOperation = {
  id: 'showEpcisTerm',
  method: 'GET',
  path: '/api/epcis/{terms}/{term}',
  summary: 'EPCIS 2.0: what there is of an event type, EPC, step, place or disposition: its events',
  admits: looking,
  answers: {
    200: { description: 'Its resources', schema: collectionSchema },
    404: { description: 'No such term' },
  },
} as const satisfies Operation

export const findEventsOfTermOperation = {
  id: 'findEpcisEventsOfTerm',
  method: 'GET',
  path: '/api/epcis/{terms}/{term}/events',
  summary: 'EPCIS 2.0: the events of an event type, EPC, step, place or disposition',
  admits: looking,
  query: eventsQuery,
  answers: found,
} as const satisfies Operation

export const listEpcisOperation = {
  id: 'listEpcisResources',
  method: 'GET',
  path: '/api/epcis',
  summary: 'EPCIS 2.0: what this repository offers',
  admits: looking,
  answers: { 200: { description: 'Its resources', schema: collectionSchema } },
} as const satisfies Operation

const noSuchQuery = { 404: { description: 'No such query of this client' } }
const notBuilt = { 501: { description: 'Queries take no subscriptions: see /api/webhooks and /api/feed' } }

export const listQueriesOperation = {
  id: 'listEpcisQueries',
  method: 'GET',
  path: '/api/epcis/queries',
  summary: "EPCIS 2.0: the client's named queries",
  admits: looking,
  query: z.object(epcisPage),
  answers: { 200: { description: 'A page of them', schema: z.array(namedQuerySchema) } },
} as const satisfies Operation

export const nameQueryOperation = {
  id: 'nameEpcisQuery',
  method: 'POST',
  path: '/api/epcis/queries',
  summary: 'EPCIS 2.0: keep a query under a name',
  admits: looking,
  body: namedQuerySchema,
  answers: {
    201: { description: 'Kept; `Location` is the query' },
    409: { description: 'The client has a query of this name' },
  },
} as const satisfies Operation

export const showQueryOperation = {
  id: 'showEpcisQuery',
  method: 'GET',
  path: '/api/epcis/queries/{queryName}',
  summary: 'EPCIS 2.0: what a named query asks',
  admits: looking,
  answers: { 200: { description: 'The query', schema: namedQuerySchema }, ...noSuchQuery },
} as const satisfies Operation

export const forgetQueryOperation = {
  id: 'forgetEpcisQuery',
  method: 'DELETE',
  path: '/api/epcis/queries/{queryName}',
  summary: 'EPCIS 2.0: forget a named query',
  admits: looking,
  answers: { 204: { description: 'Forgotten' }, ...noSuchQuery },
} as const satisfies Operation

export const runQueryOperation = {
  id: 'runEpcisQuery',
  method: 'GET',
  path: '/api/epcis/queries/{queryName}/events',
  summary: 'EPCIS 2.0: the events that a named query finds now',
  admits: looking,
  query: z.object(epcisPage),
  answers: { ...found, ...noSuchQuery },
} as const satisfies Operation

export const listSubscriptionsOperation = {
  id: 'listEpcisSubscriptions',
  method: 'GET',
  path: '/api/epcis/queries/{queryName}/subscriptions',
  summary: 'EPCIS 2.0: subscriptions to a named query, which are not implemented',
  admits: looking,
  answers: { ...noSuchQuery, ...notBuilt },
} as const satisfies Operation

export const subscribeOperation = {
  ...listSubscriptionsOperation,
  id: 'subscribeToEpcisQuery',
  method: 'POST',
} as const satisfies Operation

export const dropTokenOperation = {
  id: 'dropEpcisPageToken',
  method: 'DELETE',
  path: '/api/epcis/nextPageToken/{token}',
  summary: 'EPCIS 2.0: a page token is not needed any more',
  admits: looking,
  answers: { 204: { description: 'Nothing is kept of it' } },
} as const satisfies Operation

export const epcisOperations: Operation[] = [
  listQueriesOperation,
  nameQueryOperation,
  showQueryOperation,
  forgetQueryOperation,
  runQueryOperation,
  listSubscriptionsOperation,
  subscribeOperation,
  dropTokenOperation,
  listEpcisOperation,
  captureDocumentOperation,
  listCapturesOperation,
  showCaptureOperation,
  captureEventOperation,
  findEventsOperation,
  showEventOperation,
  listTermsOperation,
  showTermOperation,
  findEventsOfTermOperation,
]
