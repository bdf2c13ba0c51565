import { z } from 'zod'
import type { RouteLayout, RoutePlace } from './schema'

/** A bin as far as moving items minds; room is what nobody's stock and nobody's plan takes. */
export type SlotBin = {
  bin: string
  place: RoutePlace
  /** May something be put here? */
  isOpen: boolean
  temperatureZone: string
  volumeMl: number
  freeVolumeMl: number
  freeWeightGrams: number
}
/** What lies in a bin of one item and lot. */
export type SlotLine = {
  bin: string
  sku: string
  lot: string
  expiresOn: string | null
  units: number
  /** Promised to nobody: what is promised is picked where it lies. */
  freeUnits: number
  /** False: somebody moves it already, or a manager said that it stays. */
  isMovable: boolean
}
export type SlotItem = {
  sku: string
  /** Items of one category look alike. */
  category: string
  temperatureZone: string
  unitVolumeMl: number
  unitWeightGrams: number
}
/** A walk of the day that is replayed, and from which bins it took what. */
export type ReplayedTour = { id: string; picks: { bin: string; sku: string; units: number }[] }

/** How many bins an item is to have instead of those it has, said by whoever knows what will be wanted of it. */
export type SpaceWish = { sku: string; bins: number; advisedBins: number; because: string }

/** A hall, what lies in it, and the walks of a day. Lengths in metres. */
export type SlottingFacts = {
  layout: RouteLayout
  start: RoutePlace
  end: RoutePlace
  bins: SlotBin[]
  lines: SlotLine[]
  items: SlotItem[]
  tours: ReplayedTour[]
  /** What is needed most first. */
  wishes: readonly SpaceWish[]
}

const units = z.number().int()
const code = z.string().min(1).max(64)

const placeSchema = z.object({ bin: z.string(), xMetres: z.number(), yMetres: z.number() })
export const transferSchema = z.object({
  sku: z.string(),
  name: z.string(),
  lot: z.string(),
  expiresOn: z.iso.date().nullable(),
  quantity: units,
  from: placeSchema,
  to: placeSchema,
})
export type Transfer = z.infer<typeof transferSchema>

export const moveStateSchema = z.enum(['proposed', 'accepted', 'dismissed', 'done'])
export type MoveState = z.infer<typeof moveStateSchema>

/** One item to another bin; two transfers when another item makes room first. */
export const slottingMoveSchema = z.object({
  id: z.string(),
  state: moveStateSchema,
  transfers: z.array(transferSchema),
  /** On the replayed day, when the moves before it in the list are made. */
  savedMetres: z.number(),
  /** The walk that making the move takes. */
  costMetres: z.number(),
  /** Null: it saves no walk, and is made for the bin that it frees. */
  paysBackDays: z.number().nullable(),
  /** As long as the units there last by the day's picks, a week at most: so long it saves. */
  lastsDays: z.number(),
  /** Orders of the day that took the item there. */
  tours: units,
  because: z.string(),
  /** The bin that is empty after it, of an item that has more bins than it needs. */
  frees: z.string().nullable().default(null),
})
export type SlottingMove = z.infer<typeof slottingMoveSchema>

/** An item that deserves more bins, and near ones with room for it at its next stow, the nearest first. */
export const spreadSchema = z.object({
  sku: z.string(),
  name: z.string(),
  bins: units,
  advisedBins: units,
  because: z.string(),
  near: z.array(placeSchema),
})
export type Spread = z.infer<typeof spreadSchema>

/** The answer of `GET` and `POST /api/sites/{site}/slotting`. */
export const slottingAdviceSchema = z.object({
  site: z.string(),
  /** The day whose orders were replayed, in the site's time zone. */
  day: z.iso.date(),
  computedAt: z.iso.datetime(),
  elapsedMs: units,
  /** False: the time was over before every move was looked at. */
  isComplete: z.boolean(),
  orders: units,
  /** How far these orders make pickers walk, each by the shortest route: as the items lie, and with all moves made. */
  beforeMetres: z.number(),
  afterMetres: z.number(),
  moves: z.array(slottingMoveSchema),
  spread: z.array(spreadSchema).default([]),
})
export type SlottingAdvice = z.infer<typeof slottingAdviceSchema>

/** What is stored of an advice beside its moves. */
export const slottingResultSchema = slottingAdviceSchema.pick({
  elapsedMs: true,
  isComplete: true,
  orders: true,
  beforeMetres: true,
  afterMetres: true,
  spread: true,
})
export const storedMoveSchema = slottingMoveSchema.omit({ id: true, state: true })
export type StoredMove = z.infer<typeof storedMoveSchema>

/** The body of `POST /api/sites/{site}/slotting/moves/{id}`. */
export const moveDecisionSchema = z.strictObject({ state: z.enum(['accepted', 'dismissed']) })

/** What a picker is to move: the next transfer of an accepted move. */
export const moveTaskSchema = z.object({
  id: z.string(),
  transfer: units,
  transfers: units,
  sku: z.string(),
  name: z.string(),
  gtin: z.string(),
  lot: z.string(),
  from: code,
  to: code,
  because: z.string(),
  /** What lies there and is promised to nobody: so much can be taken. */
  free: units,
  /** Promised to orders; it stays for their pickers. */
  held: units,
})
export type MoveTask = z.infer<typeof moveTaskSchema>
export const moveTasksSchema = z.object({ items: z.array(moveTaskSchema) })

/** The body of `POST /api/sites/{site}/slotting/moves/{id}/confirmations`; sent again, it is the same confirmation. */
export const moveConfirmationSchema = z.strictObject({
  transfer: z.number().int().min(0).max(1),
  /** What was scanned. */
  bin: code,
  quantity: units.min(1).max(100_000),
  at: z.iso.datetime({ offset: true }),
})
export type MoveConfirmation = z.infer<typeof moveConfirmationSchema>
export const moveConfirmedSchema = z.object({ id: z.string(), state: moveStateSchema, quantity: units })
