import { z } from 'zod'
import { discrepancyFoundSchema, holdLostSchema } from '@/lib/inventory/events'

/** An endpoint has deliveries that are due, and no run that sends them. */
export const deliveriesWaiting = 'downstream/deliveries.waiting'
export const deliveriesWaitingSchema = z.object({ endpointId: z.uuid() })

/** A person has had a delivery that was given up tried again, from the dead letters. */
export const deliveryRedriven = 'downstream/delivery.redriven'
export const deliveryRedrivenSchema = z.object({ deliveryId: z.string().regex(/^\d+$/) })

/** The house sends nothing more to an endpoint: it is gone, or failed for too long. */
export const webhookDisabled = 'downstream/webhook.disabled'
export const webhookDisabledSchema = z.object({
  endpointId: z.uuid(),
  site: z.string().nullable(),
  reason: z.enum(['gone', 'failing']),
})

const site = z.string()
const orderSchema = z.object({ orderNumber: z.string(), site })
const money = z.object({ amount: z.int(), currency: z.string() })
const orderLines = z.array(z.object({ lineNumber: z.int(), sku: z.string(), quantity: z.int() }))
const baskets = {
  total: money.optional(),
  lines: z.array(z.object({ sku: z.string(), quantity: z.int() })).optional(),
}
const alertSchema = z.object({
  alertId: z.string(),
  site,
  queue: z.string(),
  severity: z.string(),
  cause: z.string(),
  ordersAffected: z.int(),
})

type Published = { type: string; description: string; data: z.ZodObject }

/**
 * What the feed tells of the outbox: the event's name in the house, its type outside, and the shape of its data, which
 * never has a name, an address or a token in it. What is not here stays in the house. Incompatible change: a new type.
 */
export const PUBLISHED: Record<string, Published> = {
  'orders/order.placed': {
    type: 'stowline.orders.placed.v1',
    description: 'An order is charged, held and saved',
    data: orderSchema.extend(baskets),
  },
  'orders/order.refused': {
    type: 'stowline.orders.refused.v1',
    description: 'An order asked for more than there is: the demand that was not met',
    data: orderSchema.extend({
      shortages: z.array(z.object({ sku: z.string(), requested: z.int(), available: z.int() })),
    }),
  },
  'orders/order.declined': {
    type: 'stowline.orders.declined.v1',
    description: 'An order was not paid; its stock is free again',
    data: orderSchema,
  },
  'orders/order.cancelled': {
    type: 'stowline.orders.cancelled.v1',
    description: 'An order was given up; its stock is free again',
    data: orderSchema,
  },
  'orders/order.shipped': {
    type: 'stowline.orders.shipped.v1',
    description: 'A parcel of an order is with its carrier; `isComplete` when nothing of it is left to ship',
    data: orderSchema.extend({
      parcel: z.string(),
      carrier: z.string(),
      lines: orderLines,
      isComplete: z.boolean(),
    }),
  },
  'orders/order.short': {
    type: 'stowline.orders.short.v1',
    description: 'An order ships without units that the house does not have: demand that stock did not meet',
    data: orderSchema.extend({ lines: orderLines }),
  },
  'orders/order.refunded': {
    type: 'stowline.orders.refunded.v1',
    description: 'Money is owed back to a buyer',
    data: orderSchema.extend({ amount: money }),
  },
  'orders/order.returned': {
    type: 'stowline.orders.returned.v1',
    description: 'Goods of an order came back',
    data: orderSchema.extend({ lines: orderLines }),
  },
  'inventory/hold.lost': {
    type: 'stowline.inventory.hold_lost.v1',
    description: 'Units that were held for an order are not there, and no other bin has them',
    data: holdLostSchema,
  },
  'inventory/discrepancy.found': {
    type: 'stowline.inventory.discrepancy_found.v1',
    description: 'The floor found other than the book says; it is counted unless late events settle it',
    data: discrepancyFoundSchema,
  },
  'picking/tour.planned': {
    type: 'stowline.picking.tour_planned.v1',
    description: 'A picker got a tour; metres beside those of walking aisle by aisle',
    data: z.object({
      ...{ tour: z.string(), site, orders: z.array(z.string()), stops: z.int() },
      ...{ walkMetres: z.number(), baselineMetres: z.number(), isOptimal: z.boolean() },
    }),
  },
  'picking/tour.re-routed': {
    type: 'stowline.picking.tour_re_routed.v1',
    description: 'The rest of a tour goes another way',
    data: z.object({ tour: z.string(), site, walkMetres: z.number(), why: z.string() }),
  },
  'picking/stop.short': {
    type: 'stowline.picking.short.v1',
    description: 'Units that an order was to get were not in their bin: demand that stock did not meet',
    data: z.object({
      ...{ tour: z.string(), site, orderNumber: z.string(), sku: z.string(), bin: z.string() },
      ...{ reason: z.string(), missing: z.int(), released: z.int(), rule: z.string() },
    }),
  },
  'replenishment/reorder.sent': {
    type: 'stowline.replenishment.ordered.v1',
    description: 'A supplier is asked for goods: whole packs, at a cost in minor units each',
    data: z.object({
      ...{ orderId: z.string(), site, supplier: z.string(), total: money },
      lines: z.array(
        z.object({
          ...{ reorder: z.string(), sku: z.string(), gtin: z.string(), quantity: z.int() },
          ...{ packUnits: z.int(), unitCostMinor: z.int(), expectedOn: z.iso.date() },
        }),
      ),
    }),
  },
  'queue-health/alert.opened': {
    type: 'stowline.alerts.opened.v1',
    description: 'Something that a person should know of',
    data: alertSchema,
  },
  'queue-health/alert.resolved': {
    type: 'stowline.alerts.resolved.v1',
    description: 'It is over',
    data: alertSchema,
  },
  [webhookDisabled]: {
    type: 'stowline.webhooks.disabled.v1',
    description: 'The house sends nothing more to an endpoint: it is gone, or failed for too long',
    data: webhookDisabledSchema,
  },
}

/** A SKU's stock at the moment a subscriber began: sent to it alone, before the events that follow. */
export const SNAPSHOT_TYPE = 'stowline.inventory.snapshot.v1'
/** Sent to an endpoint at a person's wish, to see that it arrives. */
export const TEST_TYPE = 'stowline.webhooks.test.v1'
/** Stock events are told as they were sent, under the type and version that they were sent with. */
export const INVENTORY_PREFIX = 'stowline.inventory.'

/** The two lists that SQL takes: names in the house, types outside, one for one. */
export const PUBLISHED_NAMES = Object.keys(PUBLISHED)
export const PUBLISHED_TYPES = Object.values(PUBLISHED).map(({ type }) => type)
export const DATA_OF_TYPE = new Map(Object.values(PUBLISHED).map(({ type, data }) => [type, data]))
