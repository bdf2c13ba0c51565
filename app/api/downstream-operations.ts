import { z } from 'zod'
import {
  deliverySchema,
  deliveryStateSchema,
  exportFormatSchema,
  feedPageSchema,
  newWebhookSchema,
  replayEventsRequestSchema,
  wantedTypeSchema,
  webhookChangeSchema,
  webhookListSchema,
  webhookRequestSchema,
  webhookSchema,
  webhookTestSchema,
} from '@/lib/downstream/schema'
import { listOf, type Operation, page } from './operation'

const site = z.string().min(1).max(64)
const reading = { scope: 'read', roles: ['manager'] } as const
const acting = { scope: 'all', roles: ['manager'] } as const
const MOST_TYPES_CHARACTERS = 2_000
/** Comma separated. */
const types = z
  .string()
  .max(MOST_TYPES_CHARACTERS)
  .transform((text) => text.split(',').filter(Boolean))
  .pipe(z.array(wantedTypeSchema))
  .optional()

export const readFeedOperation = {
  id: 'readFeed',
  method: 'GET',
  path: '/api/feed',
  summary:
    'All domain events as CloudEvents, oldest first. Go on with `after=<nextCursor>`, also after an empty page; without `after` from the oldest that is kept, `after=now` from now. `types` are comma separated and may end in `*`',
  admits: reading,
  query: z.object({
    after: z.string().max(100).optional(),
    types,
    site: site.optional(),
    limit: z.coerce.number().int().min(1).max(1_000).default(100),
  }),
  answers: { 200: { description: 'A page of events', schema: feedPageSchema } },
} as const satisfies Operation

export const exportEventsOperation = {
  id: 'exportEvents',
  method: 'GET',
  path: '/api/export/events',
  summary:
    'The events recorded from a time (in it) to another (not in it) as a file, in the order of the feed',
  admits: reading,
  query: z.object({
    from: z.iso.datetime({ offset: true }).optional(),
    to: z.iso.datetime({ offset: true }).optional(),
    format: exportFormatSchema.default('ndjson'),
    types,
    site: site.optional(),
  }),
  answers: {
    200: {
      description: 'The file: NDJSON of CloudEvents, CSV, or Parquet',
      contentTypes: ['application/x-ndjson', 'text/csv', 'application/vnd.apache.parquet'],
    },
  },
} as const satisfies Operation

export const listWebhooksOperation = {
  id: 'listWebhooks',
  method: 'GET',
  path: '/api/webhooks',
  summary: 'Who outside is sent events, and how they do',
  admits: reading,
  query: z.object({ site: site.optional() }),
  answers: { 200: { description: 'All webhooks', schema: webhookListSchema } },
} as const satisfies Operation

export const addWebhookOperation = {
  id: 'addWebhook',
  method: 'POST',
  path: '/api/webhooks',
  summary:
    'Sends events to a URL, each as a CloudEvent signed by Standard Webhooks, at least once and in no certain order (`sequence` orders them); the secret is in this answer only',
  admits: acting,
  body: webhookRequestSchema,
  answers: { 201: { description: 'The webhook', schema: newWebhookSchema } },
} as const satisfies Operation

const one = { 404: { description: 'No such webhook' } }

export const showWebhookOperation = {
  id: 'showWebhook',
  method: 'GET',
  path: '/api/webhooks/{id}',
  summary: 'One webhook',
  admits: reading,
  answers: { 200: { description: 'The webhook', schema: webhookSchema }, ...one },
} as const satisfies Operation

export const changeWebhookOperation = {
  id: 'changeWebhook',
  method: 'PUT',
  path: '/api/webhooks/{id}',
  summary: 'Changes URL and types, pauses it or has it go on where it was',
  admits: acting,
  body: webhookChangeSchema,
  answers: { 200: { description: 'The webhook', schema: webhookSchema }, ...one },
} as const satisfies Operation

export const removeWebhookOperation = {
  id: 'removeWebhook',
  method: 'DELETE',
  path: '/api/webhooks/{id}',
  summary: 'Sends nothing more there',
  admits: acting,
  answers: { 204: { description: 'Removed' }, ...one },
} as const satisfies Operation

export const rotateSecretOperation = {
  id: 'rotateWebhookSecret',
  method: 'POST',
  path: '/api/webhooks/{id}/rotate-secret',
  summary: 'A new secret, in this answer only; for 24 h the one before signs beside it',
  admits: acting,
  answers: { 200: { description: 'The webhook with its secret', schema: newWebhookSchema }, ...one },
} as const satisfies Operation

export const testWebhookOperation = {
  id: 'testWebhook',
  method: 'POST',
  path: '/api/webhooks/{id}/test',
  summary: 'Sends an event of type stowline.webhooks.test.v1 now',
  admits: acting,
  answers: { 200: { description: 'What it answered', schema: webhookTestSchema }, ...one },
} as const satisfies Operation

export const replayEventsOperation = {
  id: 'replayWebhook',
  method: 'POST',
  path: '/api/webhooks/{id}/replay',
  summary: 'Sends once more what was recorded between two times, under the same webhook-ids',
  admits: acting,
  body: replayEventsRequestSchema,
  answers: { 202: { description: 'It is sent', schema: webhookSchema }, ...one },
} as const satisfies Operation

export const listDeliveriesOperation = {
  id: 'listDeliveries',
  method: 'GET',
  path: '/api/webhooks/{id}/deliveries',
  summary: 'What a webhook was sent and is owed, newest first',
  admits: reading,
  query: z.object({ ...page, state: deliveryStateSchema.optional() }),
  answers: { 200: { description: 'A page of deliveries', schema: listOf(deliverySchema) }, ...one },
} as const satisfies Operation

export const retryDeliveryOperation = {
  id: 'retryDelivery',
  method: 'POST',
  path: '/api/webhooks/{id}/deliveries/{deliveryId}/retry',
  summary: 'Sends one delivery again as soon as may be',
  admits: acting,
  answers: {
    202: { description: 'It is owed', schema: z.object({ outcome: z.literal('owed') }) },
    404: { description: 'No such delivery' },
  },
} as const satisfies Operation

export const downstreamOperations: Operation[] = [
  readFeedOperation,
  exportEventsOperation,
  listWebhooksOperation,
  addWebhookOperation,
  showWebhookOperation,
  changeWebhookOperation,
  removeWebhookOperation,
  rotateSecretOperation,
  testWebhookOperation,
  replayEventsOperation,
  listDeliveriesOperation,
  retryDeliveryOperation,
]
