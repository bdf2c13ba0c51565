import { z } from 'zod'
import { temperatureZoneSchema } from '@/lib/catalog/schema'

/** What the warehouse is told of a placed order. */
export type OrderNotice = { siteId: string; orderNumber: string; customerName: string; placedAt: Date }

export const pickListStateSchema = z.enum(['open', 'touring', 'picked', 'short', 'cancelled'])

export const pickListSchema = z.object({
  pickListId: z.string(),
  orderNumber: z.string(),
  state: pickListStateSchema,
  /** Above 0: somebody wants it before what is due earlier. */
  priority: z.number().int(),
  /** Totes of earlier tours in which a part of it lies already. */
  pickedIn: z.array(z.string()),
  dueAt: z.iso.datetime(),
  createdAt: z.iso.datetime(),
  customerName: z.string(),
  lines: z.array(
    z.object({
      bin: z.string(),
      aisle: z.string(),
      sku: z.string(),
      name: z.string(),
      quantity: z.number().int(),
      temperatureZone: temperatureZoneSchema,
    }),
  ),
})
export type PickList = z.infer<typeof pickListSchema>

const finite = z.number().min(-1e6).max(1e6)
const increasing = (values: number[]) =>
  values.every((value, at) => at === 0 || value > (values[at - 1] ?? value))
const ways = z
  .record(z.string().regex(/^\d+$/), z.union([z.literal(-1), z.literal(0), z.literal(1)]))
  .default({})
const placeSchema = z.object({ aisle: z.number().int().min(0), y: finite })

/** The walking graph of a hall: parallel aisles at `aisleX`, cross aisles at `crossY`, any unit of length. */
export const routeLayoutSchema = z.object({
  aisleX: z.array(finite).min(1).max(500).refine(increasing, 'must increase'),
  crossY: z.array(finite).min(1).max(24).refine(increasing, 'must increase'),
  blocked: z
    .object({
      /** The open stretch (y1, y2) of an aisle; what lies at its ends stays within reach from outside. */
      aisle: z.array(z.tuple([z.number().int().min(0), finite, finite])).default([]),
      /** A cross aisle between an aisle and the next. */
      cross: z.array(z.tuple([z.number().int().min(0), z.number().int().min(0)])).default([]),
    })
    .default({ aisle: [], cross: [] }),
  /** 1: only the way of growing y (x), -1: only the other way. */
  oneWay: z.object({ aisle: ways, cross: ways }).default({ aisle: {}, cross: {} }),
})
export type RouteLayout = z.infer<typeof routeLayoutSchema>
export type RoutePlace = z.infer<typeof placeSchema>

const units = z.number().int().min(1).max(1_000_000)
const optionSchema = placeSchema.extend({ bin: z.string().min(1).max(200), qty: units.default(1) })
const stopSchema = z.object({
  id: z.string().min(1).max(200),
  qty: units.default(1),
  /** Where it lies. More than one: the bins are chosen, and it may be split over several of them. */
  options: z.array(optionSchema).min(1).max(200),
  /** Stops of a lower class come first on the walk. */
  class: z.number().int().min(0).max(1_000).optional(),
})
export type RouteStop = z.infer<typeof stopSchema>

/** A case `pick-route-case/1`. */
export const routeCaseSchema = z
  .object({
    format: z.literal('pick-route-case/1'),
    id: z.string().min(1).max(200),
    layout: routeLayoutSchema,
    start: placeSchema,
    /** null: back to the start. */
    end: placeSchema.nullable().default(null),
    stops: z.array(stopSchema).max(500),
  })
  .superRefine(({ layout, start, end, stops }, context) => {
    const aisles = layout.aisleX.length
    const tell = (message: string, path: PropertyKey[]) => context.addIssue({ code: 'custom', message, path })
    const known = (aisle: number, path: PropertyKey[]) => {
      if (aisle >= aisles) tell(`there are ${aisles} aisles, the first is 0`, path)
    }
    known(start.aisle, ['start', 'aisle'])
    if (end) known(end.aisle, ['end', 'aisle'])
    const seen = new Set<string>()
    stops.forEach((stop, at) => {
      if (seen.has(stop.id)) tell('two stops have this id', ['stops', at, 'id'])
      seen.add(stop.id)
      for (const [of, { aisle }] of stop.options.entries())
        known(aisle, ['stops', at, 'options', of, 'aisle'])
    })
    for (const [at, [row, aisle]] of layout.blocked.cross.entries()) {
      known(aisle, ['layout', 'blocked', 'cross', at, 1])
      const rows = layout.crossY.length
      if (row >= rows)
        tell(`there are ${rows} cross aisles, the first is 0`, ['layout', 'blocked', 'cross', at, 0])
    }
    for (const [at, [aisle]] of layout.blocked.aisle.entries())
      known(aisle, ['layout', 'blocked', 'aisle', at, 0])
  })
export type RouteCase = z.infer<typeof routeCaseSchema>

export const routeVisitSchema = z.object({ stop: z.string(), bin: z.string(), qty: z.number().int() })
export type RouteVisit = z.infer<typeof routeVisitSchema>

/** A route: `proven` only when no shorter walk exists; `lowerBound`: no walk can be below. */
const routeSchema = z.object({
  visits: z.array(routeVisitSchema),
  length: z.number(),
  proven: z.boolean(),
  lowerBound: z.number(),
  method: z.string(),
  /** The walk from start to end as corners [x, y]. */
  walk: z.array(z.tuple([z.number(), z.number()])),
})
export type Route = z.infer<typeof routeSchema>

export const routeSolutionSchema = routeSchema.extend({ id: z.string(), elapsedMs: z.number() })
export type RouteSolution = z.infer<typeof routeSolutionSchema>
/** No solution: why, which stops nobody can reach, and the route of the rest. */
export type RouteRefusal = { id: string; error: string; unreachable: string[]; rest: RouteSolution | null }

// tour
const moment = z.iso.datetime()
const int = z.number().int()
const metres = z.number()
const text = z.string()
const operationId = z.string().min(1).max(100)
const stationSchema = z.object({ code: text, xMetres: metres, yMetres: metres })
const walkSchema = z.array(z.tuple([metres, metres]))

/** So many units of an order out of one bin, into one tote. `seq` names it for ever within its tour. */
export const tourStopSchema = z.object({
  seq: int,
  ...{ bin: text, aisle: text, side: text, bay: int, level: int, xMetres: metres, yMetres: metres },
  ...{ sku: text, gtin: text, name: text, quantity: int, picked: int },
  state: z.enum(['open', 'picked', 'short', 'cancelled']),
  ...{ tote: text, orderNumber: text, lot: text.optional(), expiresOn: z.iso.date().optional() },
})
export type TourStop = z.infer<typeof tourStopSchema>

export const tourStateSchema = z.enum(['walking', 'done', 'given-back'])

/** One walk with a cart. `stops` are in walking order, `walk`: its corners since it was laid last, [x, y] in metres. */
export const tourSchema = z.object({
  tourId: text,
  site: text,
  state: tourStateSchema,
  version: int,
  picker: z.object({ id: text, name: text }),
  leaseUntil: moment,
  startedAt: moment,
  totes: z.array(z.object({ tote: text, orderNumber: text, slot: int })),
  stops: z.array(tourStopSchema),
  ...{ walkMetres: metres, baselineMetres: metres, lowerBoundMetres: metres, isOptimal: z.boolean() },
  start: stationSchema,
  end: stationSchema,
  walk: walkSchema,
})
export type Tour = z.infer<typeof tourSchema>

/** A pick as the phone made it, sent at once, late or twice. */
export const confirmationSchema = z.object({
  operationId,
  seq: int,
  bin: text.min(1).max(64),
  sku: text.min(1).max(64),
  quantity: int.min(1).max(1_000_000),
  at: z.iso.datetime({ offset: true }),
})
export type Confirmation = z.infer<typeof confirmationSchema>

export const conflictReasonSchema = z.enum([
  ...(['wrong-bin', 'wrong-item', 'too-many', 'order-cancelled', 'not-yours', 'already-picked'] as const),
  'unknown-stop',
])
export type ConflictReason = z.infer<typeof conflictReasonSchema>

/** What became of a confirmation; a conflict `says` what to do, in words for the floor. */
export const confirmationResultSchema = z.object({
  operationId: text,
  seq: int,
  outcome: z.enum(['recorded', 'conflict']),
  reason: conflictReasonSchema.optional(),
  says: text.optional(),
})
export type ConfirmationResult = z.infer<typeof confirmationResultSchema>
export const confirmationsAnswerSchema = z.object({
  version: int,
  results: z.array(confirmationResultSchema),
})
export type ConfirmationsAnswer = z.infer<typeof confirmationsAnswerSchema>

/** Fewer units than asked for: so many were found and are in the tote. */
export const shortRequestSchema = z.object({
  operationId,
  seq: int,
  found: int.min(0).max(1_000_000),
  reason: text.trim().min(1).max(200),
})
export type ShortRequest = z.infer<typeof shortRequestSchema>

/** What became of the missing units: looked for in another bin, or released from the order. */
export const shortAnswerSchema = z.object({
  replacedBy: tourStopSchema.nullable(),
  releasedFrom: text.nullable(),
  countTask: text,
})
export type ShortAnswer = z.infer<typeof shortAnswerSchema>

/** A tour in a list. */
export const tourSummarySchema = tourSchema
  .omit({ stops: true, totes: true, walk: true, start: true, end: true })
  .extend({
    ...{ endedAt: moment.nullable(), endReason: text.nullable(), dueAt: moment, nextBin: text.nullable() },
    ...{ orders: int, stopsDone: int, stopsTotal: int, units: int, shorts: int },
  })
export type TourSummary = z.infer<typeof tourSummarySchema>

/** A tour as the map draws it. `color` is its place among the tours that are walked, oldest first. */
export const liveTourSchema = z.object({
  ...{ tourId: text, version: int, picker: text, color: int, done: int, total: int },
  at: z.object({ x: metres, y: metres }),
  next: text.nullable(),
  walk: walkSchema,
  late: z.boolean(),
})
export type LiveTour = z.infer<typeof liveTourSchema>

const rate = z.number().nullable()
/** Lines are stops that were picked or told short; hours those between the start and the end of tours; accuracy 0 to 1. */
const pickFigures = {
  ...{ tours: int, lines: int, units: int, hours: z.number(), shorts: int, accuracy: rate },
  ...{ linesPerHour: rate, unitsPerHour: rate, walkMetresPerLine: rate, baselineMetresPerLine: rate },
}
/** How picking went since the site's midnight. By picker for managers only. */
export const pickNumbersSchema = z.object({
  ...{ site: text, since: moment, savedMetres: metres, waitingLists: int, lateLists: int },
  ...pickFigures,
  byPicker: z.array(tourSchema.pick({ picker: true }).extend(pickFigures)).optional(),
})
export type PickNumbers = z.infer<typeof pickNumbersSchema>
