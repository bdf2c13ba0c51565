import { z } from 'zod'
import { supplyTermSchema } from './supply-schema'

const units = z.number()
const site = z.string().min(1).max(64)

/** What the rule of reordering says of a SKU today; units need not be whole, they are means and quantiles. */
export const outlookSchema = z.object({
  /** Units to order: whole packs, or none. */
  quantity: z.int(),
  /** Why it is not more: the stock is enough, the supplier takes no order today, or it would not sell before it expires. */
  held: z.enum(['covered', 'no-order-day', 'shelf-life']).nullable(),
  leadDays: z.int(),
  /** Lead time and the days to the next chance to order: so long an order of today has to last. */
  spanDays: z.int(),
  wantedUnits: units,
  /** Of the target, what is beyond the mean. */
  safetyUnits: units,
  targetUnits: units,
  availableUnits: units,
  onTheWayUnits: units,
  /** Available and on the way, without what expires before it is wanted. */
  usableUnits: units,
  wastedUnits: units,
  stockOutInDays: z.int().nullable(),
  coverDays: units,
  /** Days until the last day on which an order arrives before the stock-out; below zero it is too late. */
  orderInDays: z.int().nullable(),
  dailyUnits: units,
})
export type Outlook = z.infer<typeof outlookSchema>

export const reorderStateSchema = z.enum(['proposed', 'approved', 'sent', 'received', 'dismissed'])
export type ReorderState = z.infer<typeof reorderStateSchema>

export const reorderSchema = z.object({
  id: z.uuid(),
  sku: z.string(),
  name: z.string(),
  department: z.string(),
  supplier: z.string(),
  /** The site's own day it was computed for. */
  day: z.iso.date(),
  state: reorderStateSchema,
  /** What the rule says, and what a person made of it. */
  proposed: z.int(),
  quantity: z.int(),
  packUnits: z.int(),
  unitCostMinor: z.int(),
  stockOutOn: z.iso.date().nullable(),
  /** The last day on which an order arrives before that. */
  orderBy: z.iso.date().nullable(),
  because: z.string(),
  outlook: outlookSchema,
  decidedBy: z.string().nullable(),
  sentAt: z.iso.datetime().nullable(),
  expectedOn: z.iso.date().nullable(),
  receivedUnits: z.int(),
})
export type Reorder = z.infer<typeof reorderSchema>

/** The answer of `GET /api/replenishment`. */
export const reorderListSchema = z.object({
  items: z.array(reorderSchema),
  nextCursor: z.string().nullable(),
  currency: z.string(),
  /** Of each state, whatever the filter. */
  counts: z.record(reorderStateSchema, z.int()),
  suppliers: z.array(z.string()),
  departments: z.array(z.string()),
  /** When the newest suggestions were computed, and for which day; null: never. */
  computed: z.object({ day: z.iso.date(), at: z.iso.datetime() }).nullable(),
})
export type ReorderList = z.infer<typeof reorderListSchema>

/** The answer of `POST /api/replenishment`: of so many SKUs that were judged, so many are to be ordered. */
export const suggestedSchema = z.object({ day: z.iso.date(), proposed: z.int(), judged: z.int() })

const quantity = z.int().min(1).max(1_000_000)

/** The body of `POST /api/replenishment/decisions`. Proposed takes a decision back; a sent one can only be given up. */
export const reorderDecisionsSchema = z.strictObject({
  site,
  decisions: z
    .array(
      z.strictObject({
        id: z.uuid(),
        state: z.enum(['proposed', 'approved', 'dismissed']),
        quantity: quantity.optional(),
      }),
    )
    .min(1)
    .max(5_000),
})
export type ReorderDecision = z.infer<typeof reorderDecisionsSchema>['decisions'][number]

/** What became of them: `closed` was sent, received or not there. */
export const reorderDecidedSchema = z.object({ decided: z.array(z.uuid()), closed: z.array(z.uuid()) })
export type ReorderDecided = z.infer<typeof reorderDecidedSchema>

/** The body of `POST /api/replenishment/orders`: what is ordered now, with the quantity where it differs. */
export const sendReordersSchema = z.strictObject({
  site,
  items: z
    .array(z.strictObject({ id: z.uuid(), quantity: quantity.optional() }))
    .min(1)
    .max(5_000),
})
/** One order a supplier; without any, all was sent before. */
export const sentOrdersSchema = z.object({
  orders: z.array(
    z.object({
      orderId: z.uuid(),
      supplier: z.string(),
      lines: z.int(),
      units: z.int(),
      total: z.object({ amount: z.int(), currency: z.string() }),
    }),
  ),
})
export type SentOrders = z.infer<typeof sentOrdersSchema>

/** What the rule is asked with beside the terms, so that other terms can be tried. */
const reorderFactsSchema = z.object({
  demand: z.object({ mean: z.array(units).readonly(), sumSd: z.array(units).readonly() }),
  stock: z.array(z.object({ units: z.int(), expiresInDays: z.int().nullable() })).readonly(),
  onTheWay: z.array(z.object({ units: z.int(), inDays: z.int() })).readonly(),
  /** Of today, 1 Monday to 7 Sunday. */
  weekday: z.int(),
})

/** The answer of `GET /api/replenishment/{sku}`: the rule asked now, with the terms it was asked with. */
export const itemOutlookSchema = z.object({
  sku: z.string(),
  day: z.iso.date(),
  terms: supplyTermSchema.extend({ isDefault: z.boolean() }),
  /** Both null while there is no forecast. */
  facts: reorderFactsSchema.nullable(),
  outlook: outlookSchema.nullable(),
  because: z.string(),
  stockOutOn: z.iso.date().nullable(),
  orderBy: z.iso.date().nullable(),
  /** What of it is proposed, approved or on its way, newest first. */
  open: z.array(reorderSchema),
})
export type ItemOutlook = z.infer<typeof itemOutlookSchema>

const playedSchema = z.object({
  wantedUnits: units,
  lostUnits: units,
  wastedUnits: units,
  receivedUnits: units,
  orders: z.int(),
  stockOutDays: z.int(),
  fillRate: z.number(),
  averageStock: units,
})

/** The body of `POST /api/replenishment/simulation`. */
export const simulationRequestSchema = z.strictObject({ site, sku: z.string().min(1).max(64) })
/** Its answer: the last twelve weeks played again, ordered as the house proposes and as the textbook's (s,S) does. */
export const itemSimulationSchema = z.object({
  sku: z.string(),
  /** Ordered as the house proposes; none while its past is too short. */
  days: z.array(z.object({ wanted: units, sold: units, left: units, wasted: units, arrived: units })),
  house: playedSchema.nullable(),
  textbook: playedSchema.nullable(),
})
export type ItemSimulation = z.infer<typeof itemSimulationSchema>
