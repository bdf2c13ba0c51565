import { z } from 'zod'
import { isUri } from './rules/uri'
import { COMPONENTS, MEASUREMENTS, SENSOR_ALERTS } from './rules/vocabulary'

// What events and documents of EPCIS 2.0 are made of, its documents, and what its interface answers.

export const uri = z.string().refine(isUri, 'must be a URI')
export const time = z.iso.datetime({ offset: true, error: 'must be a date-time with its offset' })
export const decimal = z.number()

/** A word of the vocabulary, or a URI of somebody else's vocabulary: GS1's own is not said by URI. */
export function word(words: readonly string[], foreign: RegExp) {
  const known = new Set(words)
  return z
    .string()
    .refine((text) => known.has(text) || (isUri(text) && !foreign.test(text)), 'is not of the vocabulary')
}
export const CBV = /^(urn:epcglobal:cbv|https?:\/\/ns\.gs1\.org\/cbv\/)/
const WEB_VOCABULARY = /^https?:\/\/(www\.)?gs1\.org\/voc\//

/** An object with these fields, and any others that are named by a URI: the extension points of the standard. */
export function open<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.looseObject(shape).superRefine((value, context) => {
    for (const key of Object.keys(value)) {
      if (key in shape || isUri(key)) continue
      context.addIssue({
        code: 'custom',
        path: [key],
        message: 'is neither of the standard nor named by a URI',
      })
    }
  })
}

export const contextSchema = z.union([
  uri,
  z.record(z.string(), z.unknown()),
  z.array(z.union([uri, z.record(z.string(), z.unknown())])),
])
const sensorReport = open({
  type: word(MEASUREMENTS, WEB_VOCABULARY),
  exception: word(SENSOR_ALERTS, WEB_VOCABULARY).optional(),
  deviceID: uri.optional(),
  deviceMetadata: uri.optional(),
  rawData: uri.optional(),
  dataProcessingMethod: uri.optional(),
  bizRules: uri.optional(),
  time: time.optional(),
  microorganism: uri.optional(),
  chemicalSubstance: uri.optional(),
  coordinateReferenceSystem: uri.optional(),
  value: decimal.optional(),
  component: word(COMPONENTS, CBV).optional(),
  stringValue: z.string().optional(),
  booleanValue: z.boolean().optional(),
  hexBinaryValue: z
    .string()
    .regex(/^[A-Fa-f0-9]+$/)
    .optional(),
  uriValue: uri.optional(),
  minValue: decimal.optional(),
  maxValue: decimal.optional(),
  meanValue: decimal.optional(),
  sDev: decimal.optional(),
  percRank: decimal.optional(),
  percValue: decimal.optional(),
  uom: z.string().optional(),
})
/** What sensors told. */
export const sensorElement = open({
  sensorMetadata: open({
    time: time.optional(),
    startTime: time.optional(),
    endTime: time.optional(),
    deviceID: uri.optional(),
    deviceMetadata: uri.optional(),
    rawData: uri.optional(),
    dataProcessingMethod: uri.optional(),
    bizRules: uri.optional(),
  }).optional(),
  sensorReport: z.array(sensorReport).min(1),
})

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

const queryValue = z.union([z.string().min(1), z.number(), z.boolean()])

/** A query under a name, as `POST /api/epcis/queries` takes it: parameters of the standard, of several values an array. */
export const namedQuerySchema = z.object({
  name: z.string().min(1).max(255),
  query: z.record(z.string(), z.union([queryValue, z.array(queryValue).min(1).max(1_000)])),
})
export type NamedQuery = z.infer<typeof namedQuerySchema>
