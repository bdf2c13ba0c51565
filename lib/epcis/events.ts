import { z } from 'zod'
import { isUri } from './rules/uri'
import {
  BIZ_STEPS,
  DISPOSITIONS,
  ERROR_REASONS,
  type EVENT_TYPES,
  PARTY_TYPES,
  TRANSACTION_TYPES,
} from './rules/vocabulary'
import { CBV, contextSchema, decimal, open, sensorElement, time, uri, word } from './schema'

// The events of EPCIS 2.0 (GS1) in JSON, as the standard's own schema has them.

const place = z.looseObject({ id: uri })
const quantities = z.array(
  z.strictObject({
    epcClass: uri,
    quantity: decimal.optional(),
    uom: z
      .string()
      .regex(/^[A-Z0-9]{2,3}$/)
      .optional(),
  }),
)
const uris = z.array(uri)
const distinct = uris.refine((list) => new Set(list).size === list.length, 'must not repeat')
const bizStep = word(BIZ_STEPS, CBV)
const disposition = word(DISPOSITIONS, CBV)
const dispositions = z.array(disposition).min(1)
const partyType = word(PARTY_TYPES, CBV)

const common = {
  '@context': contextSchema.optional(),
  eventTime: time,
  recordTime: time.optional(),
  eventTimeZoneOffset: z
    .string()
    .regex(/^[+-]((0\d|1[0-3]):[0-5]\d|14:00)$/, 'must be an offset such as +01:00'),
  eventID: uri.optional(),
  certificationInfo: z.union([uri, uris]).optional(),
  errorDeclaration: open({
    declarationTime: time,
    reason: word(ERROR_REASONS, CBV).optional(),
    correctiveEventIDs: uris.optional(),
  }).optional(),
}
const where = {
  bizStep: bizStep.optional(),
  disposition: disposition.optional(),
  readPoint: place.optional(),
  bizLocation: place.optional(),
  sourceList: z.array(z.strictObject({ type: partyType, source: uri })).optional(),
  destinationList: z.array(z.strictObject({ type: partyType, destination: uri })).optional(),
  sensorElementList: z.array(sensorElement).optional(),
}
const bizTransactionList = z.array(
  z.strictObject({ type: word(TRANSACTION_TYPES, CBV).optional(), bizTransaction: uri }),
)
const action = z.enum(['OBSERVE', 'ADD', 'DELETE'])
const persistentDisposition = z
  .strictObject({ set: dispositions.optional(), unset: dispositions.optional() })
  .refine(({ set, unset }) => set ?? unset, 'needs `set` or `unset`')
  .optional()
const ilmd = open({}).optional()

const objectEvent = open({
  ...common,
  ...where,
  type: z.literal('ObjectEvent'),
  action,
  epcList: distinct.optional(),
  quantityList: quantities.optional(),
  persistentDisposition,
  bizTransactionList: bizTransactionList.optional(),
  ilmd,
})
  .refine(
    (event) =>
      event.epcList || event.quantityList?.length || (event.sensorElementList?.length && event.readPoint),
    {
      message: 'needs epcList, quantityList, or sensorElementList with a readPoint',
    },
  )
  .refine((event) => event.ilmd === undefined || event.action === 'ADD', {
    message: 'stands with action ADD only',
    path: ['ilmd'],
  })

const children = {
  ...common,
  ...where,
  action,
  childEPCs: uris.optional(),
  childQuantityList: quantities.optional(),
  bizTransactionList: bizTransactionList.optional(),
}
type Children = { action: string; childEPCs?: unknown[]; childQuantityList?: unknown[] }
const hasChildren = (event: Children) =>
  event.action === 'DELETE' || event.childEPCs?.length || event.childQuantityList?.length
const childless = { message: 'needs childEPCs or childQuantityList' }

const aggregationEvent = open({
  ...children,
  type: z.literal('AggregationEvent'),
  parentID: uri.optional(),
}).refine(hasChildren, childless)
const associationEvent = open({ ...children, type: z.literal('AssociationEvent'), parentID: uri }).refine(
  hasChildren,
  childless,
)

const transactionEvent = open({
  ...common,
  ...where,
  type: z.literal('TransactionEvent'),
  action,
  bizTransactionList: bizTransactionList.min(1),
  parentID: uri.optional(),
  epcList: uris.optional(),
  quantityList: quantities.optional(),
}).refine((event) => event.action === 'DELETE' || event.epcList || event.quantityList?.length, {
  message: 'needs epcList or quantityList',
})

const transformationEvent = open({
  ...common,
  ...where,
  type: z.literal('TransformationEvent'),
  inputEPCList: distinct.optional(),
  inputQuantityList: quantities.optional(),
  outputEPCList: distinct.optional(),
  outputQuantityList: quantities.optional(),
  transformationID: uri.optional(),
  persistentDisposition,
  bizTransactionList: bizTransactionList.optional(),
  ilmd,
}).refine(
  (event) => {
    const input = event.inputEPCList?.length || event.inputQuantityList?.length
    const output = event.outputEPCList?.length || event.outputQuantityList?.length
    return event.transformationID ? input || output : input && output
  },
  { message: 'needs inputs and outputs, or one of them with a transformationID' },
)

/** An event of a type of somebody's own, named by a URI: kept and found, not understood. */
const extendedEvent = z.looseObject({ ...common, type: uri })

const BY_TYPE = {
  ObjectEvent: objectEvent,
  AggregationEvent: aggregationEvent,
  TransactionEvent: transactionEvent,
  TransformationEvent: transformationEvent,
  AssociationEvent: associationEvent,
} as const satisfies Record<(typeof EVENT_TYPES)[number], z.ZodType>
const isStandardType = (type: string): type is keyof typeof BY_TYPE => type in BY_TYPE

const headSchema = z.looseObject({
  type: z.string().refine((type) => isStandardType(type) || isUri(type), 'is no type of event'),
})
export const epcisEventSchema = headSchema.transform((event, context) => {
  const schema: z.ZodType = isStandardType(event.type) ? BY_TYPE[event.type] : extendedEvent
  const parsed = schema.safeParse(event)
  if (parsed.success) return event as EpcisEvent
  for (const { path, message } of parsed.error.issues) context.addIssue({ code: 'custom', path, message })
  return z.NEVER
})

type Quantity = { epcClass: string; quantity?: number; uom?: string }
type Place = { id: string }

/** An event as it was sent: what the standard names, and anything under names of its own. */
export type EpcisEvent = {
  type: string
  eventTime: string
  eventTimeZoneOffset: string
  eventID?: string
  action?: 'OBSERVE' | 'ADD' | 'DELETE'
  bizStep?: string
  disposition?: string
  persistentDisposition?: { set?: string[]; unset?: string[] }
  readPoint?: Place
  bizLocation?: Place
  parentID?: string
  epcList?: string[]
  childEPCs?: string[]
  inputEPCList?: string[]
  outputEPCList?: string[]
  quantityList?: Quantity[]
  childQuantityList?: Quantity[]
  inputQuantityList?: Quantity[]
  outputQuantityList?: Quantity[]
  transformationID?: string
  errorDeclaration?: { declarationTime: string; reason?: string; correctiveEventIDs?: string[] }
  [more: string]: unknown
}

/** A document waits to be captured: written to the outbox in the transaction that kept it. */
export const documentAccepted = 'epcis/capture.accepted'

export const documentAcceptedSchema = z.object({ captureId: z.uuid() })

/** What `POST /api/epcis/events` takes: one event, which brings its own context. */
export const singleEventSchema = epcisEventSchema.refine((event) => event['@context'] !== undefined, {
  error: 'must say its context',
  path: ['@context'],
})
