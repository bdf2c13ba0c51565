import { z } from 'zod'
import { inventoryEventTypes } from '@/lib/inventory/events'
import { versionedType } from '@/lib/platform/event-type'

const eventShapes = inventoryEventTypes.map((known) =>
  z.looseObject({
    specversion: z.literal('1.0'),
    id: z.string().min(1).max(255),
    source: z.string().min(1).max(1_024).describe('URI reference of the sender; unique together with `id`.'),
    type: z.literal(versionedType(known)),
    subject: z.string().optional().describe('The SKU.'),
    time: z.iso.datetime({ offset: true }).optional(),
    data: known.data,
  }),
)

/** One inventory event as a structured CloudEvent, of any type: for the document; reading is `readCloudEvents`. */
export const inventoryCloudEventSchema = z.union(eventShapes)

/** What `POST /api/events` takes in its batched mode. */
export const inventoryCloudEventBatchSchema = z.array(inventoryCloudEventSchema).max(1_000)

/** The answer of `POST /api/events`: a duplicate is the same source and id; a rejected one lies in the dead letters. */
export const eventsAnswerSchema = z.object({
  accepted: z.int().describe('Recorded now.'),
  duplicates: z.int().describe('Recorded before, by source and id.'),
  rejected: z
    .array(z.object({ index: z.int(), id: z.string().nullable(), reason: z.string() }))
    .describe('Kept in the dead letters with the reason; `index` counts from 0 within the batch.'),
})
