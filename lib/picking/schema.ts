import { z } from 'zod'
import { temperatureZoneSchema } from '@/lib/catalog/schema'

/** What the warehouse is told of a placed order. */
export type OrderNotice = { siteId: string; orderNumber: string; customerName: string; placedAt: Date }

export const pickListSchema = z.object({
  pickListId: z.string(),
  orderNumber: z.string(),
  state: z.enum(['open']),
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
