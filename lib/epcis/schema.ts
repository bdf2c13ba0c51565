import { z } from 'zod'
import { contextSchema, epcisEventSchema, open, time, uri } from './events'

const documentHead = {
  '@context': contextSchema,
  id: uri.optional(),
  schemaVersion: z.string().regex(/^\d+(\.\d+)*$/),
  creationDate: time,
}
const eventList = z.array(z.record(z.string(), z.unknown()))

/** What `POST /api/epcis/capture` takes; its events are judged one by one. */
export const epcisDocumentSchema = z.discriminatedUnion('type', [
  open({
    ...documentHead,
    type: z.literal('EPCISDocument'),
    instanceIdentifier: z.string().optional(),
    sender: z.string().optional(),
    receiver: z.string().optional(),
    epcisHeader: open({ epcisMasterData: z.looseObject({}).optional() }).optional(),
    epcisBody: z.looseObject({ eventList }),
  }),
  open({
    ...documentHead,
    type: z.literal('EPCISQueryDocument'),
    schemaVersion: documentHead.schemaVersion.optional(),
    creationDate: documentHead.creationDate.optional(),
    epcisBody: open({
      queryResults: open({
        queryName: z.string(),
        subscriptionID: z.string().optional(),
        resultsBody: open({ eventList, vocabularyList: z.array(z.looseObject({})).optional() }),
      }),
    }),
  }),
])
export type EpcisDocument = z.infer<typeof epcisDocumentSchema>

/** What `POST /api/epcis/events` takes: one event, which brings its own context. */
export const singleEventSchema = z.looseObject({ '@context': contextSchema }).pipe(epcisEventSchema)

export const errorBehaviourSchema = z.enum(['rollback', 'proceed'])
export type ErrorBehaviour = z.infer<typeof errorBehaviourSchema>

/** A problem of a capture, as the capture job tells it. */
export const captureErrorSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  /** JSON Pointer into the document. */
  pointer: z.string(),
})
export type CaptureError = z.infer<typeof captureErrorSchema>

export const captureJobSchema = z.object({
  captureID: z.string(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().optional(),
  running: z.boolean(),
  success: z.boolean(),
  captureErrorBehaviour: errorBehaviourSchema,
  errors: z.array(captureErrorSchema),
})
export type CaptureJob = z.infer<typeof captureJobSchema>

export const queryDocumentSchema = z.object({
  '@context': z.array(z.string()),
  type: z.literal('EPCISQueryDocument'),
  schemaVersion: z.literal('2.0'),
  creationDate: z.iso.datetime(),
  epcisBody: z.object({
    queryResults: z.object({
      queryName: z.literal('SimpleEventQuery'),
      resultsBody: z.object({ eventList: z.array(z.record(z.string(), z.unknown())) }),
    }),
  }),
})
export const collectionSchema = z.object({
  '@context': z.string(),
  type: z.literal('Collection'),
  member: z.array(z.string()),
})
