import { z } from 'zod'
import type { Operation } from './operation'

const BATCH_LIMIT_BYTES = 8 * 1_048_576

/** A duplicate is the same source and id; a rejected one lies in the dead letters. */
const eventsAnswerSchema = z.object({
  accepted: z.int().describe('Recorded now.'),
  duplicates: z.int().describe('Recorded before, by source and id.'),
  rejected: z
    .array(z.object({ index: z.int(), id: z.string().nullable(), reason: z.string() }))
    .describe('Kept in the dead letters with the reason; `index` counts from 0 within the batch.'),
})

export const recordEventsOperation = {
  id: 'recordEvents',
  method: 'POST',
  path: '/api/events',
  summary: 'Tell what happened to stock: CloudEvents 1.0, one or up to 1,000; answered when they are on disk',
  admits: { scope: 'events', roles: ['manager'] },
  bytes: {
    contentTypes: ['application/cloudevents+json', 'application/cloudevents-batch+json', 'application/json'],
    limitBytes: BATCH_LIMIT_BYTES,
  },
  answers: {
    202: {
      description:
        'On disk. A duplicate has the source and id of an event that was told before; what is rejected lies in the dead letters',
      schema: eventsAnswerSchema,
    },
    400: { description: 'The request cannot be taken apart' },
    413: { description: 'More than 8 MiB, or than 1,000 events' },
    415: { description: 'No CloudEvents, or in another format' },
    429: { description: 'Too many wait; nothing was taken. Send the same again after `Retry-After`' },
  },
} as const satisfies Operation

export const eventOperations: Operation[] = [recordEventsOperation]
