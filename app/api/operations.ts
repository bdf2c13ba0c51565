import { z } from 'zod'
import { receivedMailSchema } from '@/lib/messages/schema'
import {
  confirmingAnswerSchema,
  deferredKindSchema,
  orderRequestSchema,
  orderStatusSchema,
  orderSummarySchema,
  placedAnswerSchema,
  stepStandingSchema,
} from '@/lib/orders/schema'
import { pickListSchema } from '@/lib/picking/schema'
import { recommendationSchema } from '@/lib/recommendations/schema'
import { orderPageSchema, todaySchema } from '@/lib/support/schema'
import { archiveOperations } from './archive-operations'
import { beltFeedOperations } from './belt-feed-operations'
import { beltOperations } from './belt-operations'
import { beltScreenOperations } from './belt-screen-operations'
import { dataOperations } from './data-operations'
import { dayOperations } from './day-operations'
import { demandOperations } from './demand-operations'
import { downstreamOperations } from './downstream-operations'
import { epcisOperations } from './epcis-operations'
import { eventOperations } from './event-operations'
import { figuresOperations } from './figures-operations'
import { layoutOperations } from './layout-operations'
import { mapOperations } from './map-operations'
import { everyone, listOf, type Operation, page } from './operation'
import { orderActionOperations } from './order-action-operations'
import { pairsOperations } from './pairs-operations'
import { paletteOperations } from './palette-operations'
import { paymentsOperations } from './payments-operations'
import { pickingOperations } from './picking-operations'
import { pickingRulesOperations } from './picking-rules-operations'
import { publicOperations } from './public-operations'
import { queueHealthOperations } from './queue-health-operations'
import { replenishmentOperations } from './replenishment-operations'
import { reportOperations } from './report-operations'
import { routingOperations } from './routing-operations'
import { runOperations } from './run-operations'
import { schemaOperations } from './schema-operations'
import { settingsOperations } from './settings-operations'
import { slottingOperations } from './slotting-operations'
import { stockOperations } from './stock-operations'
import { stowOperations } from './stow-operations'
import { supportOperations } from './support-operations'
import { systemOperations } from './system-operations'

export const placeOrderOperation = {
  id: 'placeOrder',
  method: 'POST',
  path: '/api/orders',
  summary: 'Place an order: charged, held and saved before it answers',
  admits: { scope: 'orders' },
  body: orderRequestSchema,
  requestHeaders: {
    'Idempotency-Key': {
      description:
        'RFC 8941 string or bare token, 1-255 characters. The same key and body within 24 h gives the first answer again.',
      required: true,
    },
  },
  answers: {
    201: { description: 'Placed: all three are durable', schema: placedAnswerSchema },
    202: {
      description: 'The payment provider is silent; settled in the background',
      schema: confirmingAnswerSchema,
    },
    402: { description: 'Declined: nothing held, nothing charged' },
    409: { description: 'Out of stock (`errors` names each line), or the same key is in flight' },
    422: { description: 'The key was used with another body' },
  },
} as const satisfies Operation

export const listOrdersOperation = {
  id: 'listOrders',
  method: 'GET',
  path: '/api/orders',
  summary:
    'Orders, newest first; `query` finds by the beginning of a number or e-mail, a phone number however it is written, parts of a name, the label of a tote or parcel, or a payment’s reference',
  admits: { scope: 'read', roles: ['manager', 'support'] },
  query: z.object({
    ...page,
    site: z.string().max(64).optional(),
    query: z.string().trim().max(200).optional(),
    status: orderStatusSchema.optional(),
    step: deferredKindSchema.optional(),
    standing: stepStandingSchema.optional(),
    since: z.iso.datetime().optional(),
    placedSince: z.iso.datetime().optional(),
    packedSince: z.iso.datetime().optional(),
    shippedSince: z.iso.datetime().optional(),
    pickedSince: z.iso.datetime().optional(),
    until: z.iso.datetime().optional(),
  }),
  answers: { 200: { description: 'A page of orders', schema: listOf(orderSummarySchema) } },
} as const satisfies Operation

export const showOrderOperation = {
  id: 'showOrder',
  method: 'GET',
  path: '/api/orders/{orderNumber}',
  summary: 'One order: lines with bins, the six steps, the timeline',
  admits: { scope: 'read', roles: ['manager', 'support'] },
  answers: {
    200: { description: 'The order', schema: orderPageSchema },
    404: { description: 'No such order' },
  },
} as const satisfies Operation

export const retryStepOperation = {
  id: 'retryStep',
  method: 'POST',
  path: '/api/orders/{orderNumber}/steps/{kind}/retry',
  summary: 'Try an owed step again now',
  admits: { scope: 'orders', roles: ['manager', 'support'] },
  answers: {
    202: {
      description: 'It is tried again',
      schema: z.object({ orderNumber: z.string(), kind: z.string() }),
    },
    404: { description: 'No such order, or it never owed this step' },
    409: { description: 'The step is done already' },
  },
} as const satisfies Operation

export const showTodayOperation = {
  id: 'showToday',
  method: 'GET',
  path: '/api/today',
  summary: "A site's day so far",
  admits: { scope: 'read', roles: ['manager'] },
  query: z.object({ site: z.string().min(1).max(64) }),
  answers: { 200: { description: 'The figures of today', schema: todaySchema } },
} as const satisfies Operation

export const listPickListsOperation = {
  id: 'listPickLists',
  method: 'GET',
  path: '/api/pick-lists',
  summary: 'Open pick lists of a site, most urgent first',
  admits: { scope: 'read', roles: ['manager', 'picker'] },
  query: z.object({ ...page, site: z.string().min(1).max(64), state: z.literal('open').default('open') }),
  answers: { 200: { description: 'A page of pick lists', schema: listOf(pickListSchema) } },
} as const satisfies Operation

export const listRecommendationsOperation = {
  id: 'listRecommendations',
  method: 'GET',
  path: '/api/recommendations',
  summary: 'What is bought together with an item, best first; `sku` repeated asks for a whole basket',
  admits: { scope: 'read', roles: everyone },
  query: z.object({
    sku: z.string().min(1).max(64),
    site: z.string().max(64).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(10),
  }),
  answers: {
    200: { description: 'Items bought together', schema: z.object({ items: z.array(recommendationSchema) }) },
  },
} as const satisfies Operation

export const showMailboxOperation = {
  id: 'showMailbox',
  method: 'GET',
  path: '/api/demo/mailbox',
  summary: 'Demo only: every mail the built-in mailbox has received, newest first',
  admits: { scope: 'read', roles: ['manager', 'support'] },
  answers: { 200: { description: 'All mails', schema: z.object({ items: z.array(receivedMailSchema) }) } },
} as const satisfies Operation

export const showAttachmentOperation = {
  id: 'showAttachment',
  method: 'GET',
  path: '/api/demo/mailbox/{messageId}/attachments/{position}',
  summary: 'Demo only: a file that came with a mail',
  admits: { scope: 'read', roles: ['manager', 'support'] },
  answers: { 200: { description: 'The file', contentTypes: ['*/*'] }, 404: { description: 'No such file' } },
} as const satisfies Operation

const faultsSchema = z.strictObject({
  email: z.enum(['ok', 'down', 'slow']).optional(),
  payment: z.enum(['ok', 'down', 'slow']).optional(),
  engine: z.enum(['running', 'stopped']).optional(),
  /** `down` stops Postgres at once; it comes back by itself after 10 s, or with `ok`. */
  database: z.enum(['ok', 'down']).optional(),
})

export const setFaultsOperation = {
  id: 'setFaults',
  method: 'PUT',
  path: '/api/demo/faults',
  summary: 'Demo only: break or mend a part of the outside world',
  admits: { scope: 'all', roles: ['manager'] },
  body: faultsSchema.refine((faults) => Object.keys(faults).length > 0, 'name at least one part'),
  answers: { 200: { description: 'What was set', schema: faultsSchema } },
} as const satisfies Operation

export const operations: Operation[] = [
  placeOrderOperation,
  listOrdersOperation,
  showOrderOperation,
  retryStepOperation,
  showTodayOperation,
  listPickListsOperation,
  ...orderActionOperations,
  ...archiveOperations,
  ...supportOperations,
  ...systemOperations,
  ...paymentsOperations,
  ...pickingOperations,
  ...pickingRulesOperations,
  ...stockOperations,
  ...layoutOperations,
  ...beltOperations,
  ...stowOperations,
  ...mapOperations,
  listRecommendationsOperation,
  ...pairsOperations,
  ...paletteOperations,
  ...eventOperations,
  ...queueHealthOperations,
  ...figuresOperations,
  ...epcisOperations,
  ...routingOperations,
  ...slottingOperations,
  ...demandOperations,
  ...beltFeedOperations,
  ...beltScreenOperations,
  ...runOperations,
  ...downstreamOperations,
  ...schemaOperations,
  ...dayOperations,
  ...dataOperations,
  ...reportOperations,
  ...replenishmentOperations,
  ...publicOperations,
  ...settingsOperations,
  showMailboxOperation,
  showAttachmentOperation,
  setFaultsOperation,
]
