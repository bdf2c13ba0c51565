import { z } from 'zod'
import {
  alertPageSchema,
  alertSchema,
  alertStateSchema,
  alertTargetRequestSchema,
  alertTargetSchema,
  bulkReplayAnswerSchema,
  bulkReplayRequestSchema,
  deadLetterKindSchema,
  deadLetterPageSchema,
  deadLetterSchema,
  deadLetterStateSchema,
  queueListSchema,
  queuePageSchema,
  replayRequestSchema,
  silenceRequestSchema,
} from '@/lib/queue-health/schema'
import { listOf, type Operation, page } from './operation'

const site = z.string().min(1).max(64)
const reading = { scope: 'read', roles: ['manager'] } as const
const acting = { scope: 'all', roles: ['manager'] } as const

export const listQueuesOperation = {
  id: 'listQueues',
  method: 'GET',
  path: '/api/queues',
  summary: 'How every deferred step and background function stands, judged from what is owed',
  admits: reading,
  query: z.object({ site: site.optional() }),
  answers: { 200: { description: 'All queues', schema: queueListSchema } },
} as const satisfies Operation

export const showQueueOperation = {
  id: 'showQueue',
  method: 'GET',
  path: '/api/queues/{name}',
  summary: 'One queue with its last hour and what fails in it',
  admits: reading,
  query: z.object({ site: site.optional() }),
  answers: {
    200: { description: 'The queue', schema: queuePageSchema },
    404: { description: 'No such queue' },
  },
} as const satisfies Operation

export const listAlertsOperation = {
  id: 'listAlerts',
  method: 'GET',
  path: '/api/alerts',
  summary: 'Alerts, newest first',
  admits: reading,
  query: z.object({
    ...page,
    site: site.optional(),
    state: z.enum([...alertStateSchema.options, 'unresolved']).optional(),
  }),
  answers: { 200: { description: 'A page of alerts', schema: listOf(alertSchema) } },
} as const satisfies Operation

export const showAlertOperation = {
  id: 'showAlert',
  method: 'GET',
  path: '/api/alerts/{id}',
  summary: 'One alert, and who was told of it',
  admits: reading,
  answers: {
    200: { description: 'The alert', schema: alertPageSchema },
    404: { description: 'No such alert' },
  },
} as const satisfies Operation

export const acknowledgeAlertOperation = {
  id: 'acknowledgeAlert',
  method: 'POST',
  path: '/api/alerts/{id}/acknowledge',
  summary: 'Somebody is at it: it is not said again',
  admits: acting,
  answers: {
    200: { description: 'The alert', schema: alertSchema },
    404: { description: 'No such alert' },
    409: { description: 'The alert is over' },
  },
} as const satisfies Operation

export const silenceAlertOperation = {
  id: 'silenceAlert',
  method: 'POST',
  path: '/api/alerts/{id}/silence',
  summary: "Sends nobody a word about the alert's queue for some minutes; 0 ends it",
  admits: acting,
  body: silenceRequestSchema,
  answers: {
    200: { description: 'The alert', schema: alertSchema },
    404: { description: 'No such alert' },
  },
} as const satisfies Operation

export const listAlertTargetsOperation = {
  id: 'listAlertTargets',
  method: 'GET',
  path: '/api/alert-targets',
  summary: "Whom a site's alerts are sent to",
  admits: reading,
  query: z.object({ site: site.optional() }),
  answers: { 200: { description: 'All targets', schema: z.object({ items: z.array(alertTargetSchema) }) } },
} as const satisfies Operation

export const addAlertTargetOperation = {
  id: 'addAlertTarget',
  method: 'POST',
  path: '/api/alert-targets',
  summary:
    "Has a site's alerts sent to an e-mail address or a webhook; a webhook's secret is in this answer only",
  admits: acting,
  body: alertTargetRequestSchema,
  answers: {
    201: { description: 'The target', schema: alertTargetSchema },
    409: { description: 'The site has this target already' },
  },
} as const satisfies Operation

export const removeAlertTargetOperation = {
  id: 'removeAlertTarget',
  method: 'DELETE',
  path: '/api/alert-targets/{id}',
  summary: 'Sends no more alerts there',
  admits: acting,
  answers: { 204: { description: 'Removed' }, 404: { description: 'No such target' } },
} as const satisfies Operation

export const testAlertTargetOperation = {
  id: 'testAlertTarget',
  method: 'POST',
  path: '/api/alert-targets/{id}/test',
  summary: 'Sends a word there now, to see that it arrives',
  admits: acting,
  answers: {
    200: {
      description: 'What the target answered',
      schema: z.object({ arrived: z.boolean(), error: z.string().nullable() }),
    },
    404: { description: 'No such target' },
  },
} as const satisfies Operation

export const listDeadLettersOperation = {
  id: 'listDeadLetters',
  method: 'GET',
  path: '/api/dead-letters',
  summary: 'Work that was given up, newest first',
  admits: reading,
  query: z.object({
    ...page,
    site: site.optional(),
    kind: deadLetterKindSchema.optional(),
    state: deadLetterStateSchema.optional(),
    queue: z.string().max(200).optional(),
  }),
  answers: { 200: { description: 'A page of dead letters', schema: listOf(deadLetterSchema) } },
} as const satisfies Operation

export const showDeadLetterOperation = {
  id: 'showDeadLetter',
  method: 'GET',
  path: '/api/dead-letters/{id}',
  summary: 'One dead letter: payload, error, history',
  admits: reading,
  answers: {
    200: { description: 'The dead letter', schema: deadLetterPageSchema },
    404: { description: 'No such dead letter' },
  },
} as const satisfies Operation

export const replayDeadLetterOperation = {
  id: 'replayDeadLetter',
  method: 'POST',
  path: '/api/dead-letters/{id}/replay',
  summary: 'Tries it again, as it is or with a payload put right',
  admits: acting,
  body: replayRequestSchema,
  answers: {
    202: { description: 'It is tried again', schema: deadLetterPageSchema },
    400: { description: 'The payload is not right' },
    404: { description: 'No such dead letter' },
    409: { description: 'It is not dead (any more)' },
  },
} as const satisfies Operation

export const replayDeadLettersOperation = {
  id: 'replayDeadLetters',
  method: 'POST',
  path: '/api/dead-letters/replay',
  summary: 'Tries all that fit again, so many a second',
  admits: acting,
  body: bulkReplayRequestSchema,
  answers: { 202: { description: 'How many', schema: bulkReplayAnswerSchema } },
} as const satisfies Operation

export const discardDeadLetterOperation = {
  id: 'discardDeadLetter',
  method: 'POST',
  path: '/api/dead-letters/{id}/discard',
  summary: 'Lays it aside: nobody will do it',
  admits: acting,
  answers: {
    200: { description: 'The dead letter', schema: deadLetterPageSchema },
    404: { description: 'No such dead letter' },
    409: { description: 'It is not dead (any more)' },
  },
} as const satisfies Operation

export const queueHealthOperations: Operation[] = [
  listQueuesOperation,
  showQueueOperation,
  listAlertsOperation,
  showAlertOperation,
  acknowledgeAlertOperation,
  silenceAlertOperation,
  listAlertTargetsOperation,
  addAlertTargetOperation,
  removeAlertTargetOperation,
  testAlertTargetOperation,
  listDeadLettersOperation,
  showDeadLetterOperation,
  replayDeadLetterOperation,
  replayDeadLettersOperation,
  discardDeadLetterOperation,
]
