import { z } from 'zod'
import {
  confirmationSchema,
  confirmationsAnswerSchema,
  liveTourSchema,
  pickNumbersSchema,
  shortAnswerSchema,
  shortRequestSchema,
  tourSchema,
  tourStateSchema,
  tourSummarySchema,
} from '@/lib/picking/schema'
import { listOf, type Operation, page } from './operation'

const site = z.string().min(1).max(64)
const picking = { scope: 'events', roles: ['manager', 'picker'] } as const
const leading = { scope: 'all', roles: ['manager'] } as const
const watching = { scope: 'read', roles: ['manager'] } as const
const noTour = { description: 'No such tour' }
const notYours = { description: "The tour is somebody else's by now, or walked no more" }

export const nextTourOperation = {
  id: 'nextTour',
  method: 'GET',
  path: '/api/picks/next',
  summary: 'The tour that the caller walks, or the best that waits; 204 when there is none',
  admits: picking,
  query: z.object({
    site: site.optional(),
    /** For machines that speak for several pickers: which one. */
    picker: z.string().trim().min(1).max(80).optional(),
  }),
  answers: {
    200: { description: 'The tour, its stops in walking order', schema: tourSchema },
    204: { description: 'Nothing waits to be picked' },
  },
} as const satisfies Operation

export const showTourOperation = {
  id: 'showTour',
  method: 'GET',
  path: '/api/picks/{tourId}',
  summary: 'A tour as it is now',
  admits: { scope: ['read', 'events'], roles: ['manager', 'picker'] },
  answers: { 200: { description: 'The tour', schema: tourSchema }, 404: noTour },
} as const satisfies Operation

export const confirmPicksOperation = {
  id: 'confirmPicks',
  method: 'POST',
  path: '/api/picks/{tourId}/confirmations',
  summary: 'What was picked: at once, late, in any order or twice; each `operationId` counts once',
  admits: picking,
  body: z.array(confirmationSchema).min(1).max(500),
  answers: {
    200: { description: "What became of each, and the tour's version", schema: confirmationsAnswerSchema },
    404: noTour,
  },
} as const satisfies Operation

export const shortPickOperation = {
  id: 'shortPick',
  method: 'POST',
  path: '/api/picks/{tourId}/shorts',
  summary: 'A bin has less than it should: another one, or the rest is released; the bin is to be counted',
  admits: picking,
  body: shortRequestSchema,
  answers: {
    200: { description: 'What became of the missing units', schema: shortAnswerSchema },
    404: noTour,
    409: { description: 'It does not count; `detail` says what to do' },
  },
} as const satisfies Operation

export const extendLeaseOperation = {
  id: 'extendLease',
  method: 'POST',
  path: '/api/picks/{tourId}/lease',
  summary: 'The picker is still there: nobody else gets the tour',
  admits: picking,
  answers: {
    200: {
      description: 'Until when, and the version of the tour',
      schema: z.object({ leaseUntil: z.iso.datetime(), version: z.number().int() }),
    },
    404: noTour,
    409: notYours,
  },
} as const satisfies Operation

export const giveBackTourOperation = {
  id: 'giveBackTour',
  method: 'POST',
  path: '/api/picks/{tourId}/give-back',
  summary: 'The rest of the tour is open again; what was picked stays in its totes',
  admits: picking,
  answers: { 200: { description: 'The tour', schema: tourSchema }, 404: noTour, 409: notYours },
} as const satisfies Operation

export const listToursOperation = {
  id: 'listTours',
  method: 'GET',
  path: '/api/tours',
  summary: 'Tours, newest first; with `since` and `until` those that somebody walked between both',
  admits: watching,
  query: z.object({
    ...{ ...page, site: site.optional(), state: tourStateSchema.optional() },
    ...{ since: z.iso.datetime().optional(), until: z.iso.datetime().optional() },
  }),
  answers: { 200: { description: 'A page of tours', schema: listOf(tourSummarySchema) } },
} as const satisfies Operation

export const reassignTourOperation = {
  id: 'reassignTour',
  method: 'POST',
  path: '/api/tours/{tourId}/reassign',
  summary: 'Gives a tour to another picker, or with null back to everybody',
  admits: leading,
  body: z.strictObject({ picker: z.string().min(1).max(200).nullable() }),
  answers: {
    200: { description: 'The tour', schema: tourSchema },
    404: { description: 'No such tour, or no such picker at its site' },
    409: { description: 'The tour is walked no more, or that picker has one already' },
  },
} as const satisfies Operation

export const listPickersOperation = {
  id: 'listPickers',
  method: 'GET',
  path: '/api/tours/pickers',
  summary: 'Who may walk tours at a site',
  admits: watching,
  query: z.object({ site }),
  answers: {
    200: {
      description: 'People by name',
      schema: z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) }),
    },
  },
} as const satisfies Operation

export const expeditePickListOperation = {
  id: 'expeditePickList',
  method: 'POST',
  path: '/api/pick-lists/{id}/expedite',
  summary: 'Puts a waiting pick list before the others',
  admits: leading,
  answers: {
    204: { description: 'It goes first' },
    404: { description: 'No such pick list' },
    409: { description: 'It waits no more' },
  },
} as const satisfies Operation

export const listLiveToursOperation = {
  id: 'listLiveTours',
  method: 'GET',
  path: '/api/picks/live',
  summary: 'The tours that are walked now: where their pickers are, what is next, the rest of the walk',
  admits: watching,
  query: z.object({ site }),
  answers: {
    200: { description: 'Tours, the oldest first', schema: z.object({ items: z.array(liveTourSchema) }) },
  },
} as const satisfies Operation

export const showPickNumbersOperation = {
  id: 'showPickNumbers',
  method: 'GET',
  path: '/api/picks/numbers',
  summary: "Rates, metres, accuracy and short picks since the site's midnight; by picker for managers",
  admits: { scope: 'read', roles: ['manager', 'picker', 'support'] },
  query: z.object({ site }),
  answers: { 200: { description: 'The numbers', schema: pickNumbersSchema } },
} as const satisfies Operation

export const pickingOperations: Operation[] = [
  nextTourOperation,
  listLiveToursOperation,
  showPickNumbersOperation,
  showTourOperation,
  confirmPicksOperation,
  shortPickOperation,
  extendLeaseOperation,
  giveBackTourOperation,
  listToursOperation,
  listPickersOperation,
  reassignTourOperation,
  expeditePickListOperation,
]
