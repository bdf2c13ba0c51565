import { z } from 'zod'
import { stockEventSchema } from '@/lib/inventory/schema'
import { INVENTORY_PREFIX, PUBLISHED_TYPES, SNAPSHOT_TYPE } from './events'

const INVENTORY_TYPE = /^stowline\.inventory\.[a-z_]+\.v\d+$/

/** A published type, or a beginning of some that ends in `*`: `stowline.orders.*`, `*`. */
export const wantedTypeSchema = z
  .string()
  .max(200)
  .refine(
    (type) =>
      type.endsWith('*')
        ? [...PUBLISHED_TYPES, SNAPSHOT_TYPE].some((known) => known.startsWith(type.slice(0, -1)))
        : PUBLISHED_TYPES.includes(type) || INVENTORY_TYPE.test(type),
    { error: `no type of the feed: name one, or a beginning such as ${INVENTORY_PREFIX}*` },
  )

/** CloudEvents 1.0 in its JSON form, as the feed, the webhooks and the exports give it. */
export const cloudEventSchema = z.object({
  specversion: z.literal('1.0'),
  id: z.string(),
  source: z.string(),
  type: z.string(),
  subject: z.string(),
  /** When it happened. */
  time: z.iso.datetime(),
  datacontenttype: z.literal('application/json'),
  /** When it was recorded; sequence: orders all events, as text. */
  recordedtime: z.iso.datetime(),
  sequence: z.string(),
  site: z.string().optional(),
  traceparent: z.string().optional(),
  data: z.unknown(),
})
export type CloudEvent = z.infer<typeof cloudEventSchema>

export const feedPageSchema = z.object({ items: z.array(cloudEventSchema), nextCursor: z.string() })
export type FeedPage = z.infer<typeof feedPageSchema>

export const exportFormatSchema = z.enum(['ndjson', 'csv', 'parquet'])
export type ExportFormat = z.infer<typeof exportFormatSchema>

export const webhookStateSchema = z.enum(['active', 'paused', 'disabled'])
export type WebhookState = z.infer<typeof webhookStateSchema>

const url = z.url({ protocol: /^https?$/ }).max(2_000)
const types = z.array(wantedTypeSchema).min(1).max(50)
const site = z.string().min(1).max(64)

export const webhookRequestSchema = z.strictObject({
  url,
  types,
  /** Only this site's events; without it, those of every site the caller may know of. */
  site: site.optional(),
  description: z.string().max(200).default(''),
  /** `snapshot`: the stock as it stands, then what follows; a time: everything recorded since. */
  from: z.union([z.enum(['now', 'snapshot']), z.iso.datetime({ offset: true })]).default('now'),
})
export type WebhookRequest = z.infer<typeof webhookRequestSchema>

export const webhookChangeSchema = z.strictObject({
  url,
  types,
  description: z.string().max(200).optional(),
  paused: z.boolean(),
})
export type WebhookChange = z.infer<typeof webhookChangeSchema>

export const webhookSchema = z.object({
  id: z.uuid(),
  url: z.string(),
  types: z.array(z.string()),
  site: z.string().nullable(),
  description: z.string(),
  state: webhookStateSchema,
  disabledFor: z.enum(['gone', 'failing']).nullable(),
  createdAt: z.iso.datetime(),
  lastSuccessAt: z.iso.datetime().nullable(),
  failingSince: z.iso.datetime().nullable(),
  lastError: z.string().nullable(),
  throttledUntil: z.iso.datetime().nullable(),
  /** Until then the secret before this one signs too. */
  previousSecretUntil: z.iso.datetime().nullable(),
  /** Deliveries that are owed, up to a thousand, and that were given up. */
  owed: z.int(),
  dead: z.int(),
  /** Replays under way. */
  replays: z.int(),
})
export type Webhook = z.infer<typeof webhookSchema>

/** With the secret (`whsec_…`, Standard Webhooks), which is in this answer and in no other. */
export const newWebhookSchema = webhookSchema.extend({ secret: z.string() })
export type NewWebhook = z.infer<typeof newWebhookSchema>

export const webhookListSchema = z.object({ items: z.array(webhookSchema) })
export type WebhookList = z.infer<typeof webhookListSchema>

export const replayEventsRequestSchema = z
  .strictObject({ from: z.iso.datetime({ offset: true }), to: z.iso.datetime({ offset: true }).optional() })
  .refine(({ from, to }) => to === undefined || new Date(from) < new Date(to), {
    error: 'must be after `from`',
    path: ['to'],
  })

export const webhookTestSchema = z.object({
  arrived: z.boolean(),
  status: z.int().nullable(),
  error: z.string().nullable(),
})

export const deliveryStateSchema = z.enum(['owed', 'delivered', 'dead'])
export type DeliveryState = z.infer<typeof deliveryStateSchema>

export const deliverySchema = z.object({
  id: z.string(),
  /** The `webhook-id` of every attempt. */
  webhookId: z.string(),
  type: z.string(),
  subject: z.string(),
  state: deliveryStateSchema,
  attempts: z.int(),
  dueAt: z.iso.datetime(),
  lastStatus: z.int().nullable(),
  lastError: z.string().nullable(),
  lastMs: z.int().nullable(),
  deliveredAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
})
export type Delivery = z.infer<typeof deliverySchema>

export const deliveryListSchema = z.object({
  items: z.array(deliverySchema),
  nextCursor: z.string().nullable(),
})
export type DeliveryList = z.infer<typeof deliveryListSchema>

/** Who outside was told of an event of the ledger, or is about to be. */
export const eventDeliverySchema = z.object({
  /** The webhook's id, and the host of its URL. */
  webhook: z.uuid(),
  host: z.string(),
  state: deliveryStateSchema,
  attempts: z.int(),
  lastStatus: z.int().nullable(),
  /** When it was delivered; of what is owed, when it is due, and of what was given up, when it was tried last. */
  at: z.iso.datetime(),
})
export type EventDelivery = z.infer<typeof eventDeliverySchema>

/** The answer of `GET /api/stock/events/{eventAddress}`: the event, and whom it went to. */
export const followedEventSchema = stockEventSchema.extend({ deliveries: z.array(eventDeliverySchema) })
export type FollowedEvent = z.infer<typeof followedEventSchema>
