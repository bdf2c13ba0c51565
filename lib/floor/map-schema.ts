import { z } from 'zod'
import { temperatureZoneSchema } from '@/lib/catalog/schema'

const metres = z.number()
const whole = z.number().int()
const stationKindSchema = z.enum(['depot', 'pack', 'dock'])
const directionSchema = z.enum(['both', 'up', 'down'])
const binStateSchema = z.enum(['open', 'closed'])

/** The hall without its bins. Metres from the front left corner; `version` grows with every change of it, 0 when it has no plan. */
const hallShape = {
  site: z.string(),
  version: z.number().int(),
  widthMetres: metres,
  depthMetres: metres,
  /** Centre lines of the cross aisles, front to back. */
  crossYMetres: z.array(metres),
  zones: z.array(z.object({ code: z.string(), name: z.string(), temperatureZone: temperatureZoneSchema })),
  aisles: z.array(
    z.object({ code: z.string(), zone: z.string(), xMetres: metres, direction: directionSchema }),
  ),
  stations: z.array(
    z.object({ code: z.string(), kind: stationKindSchema, xMetres: metres, yMetres: metres }),
  ),
  /** Stretches that nobody can walk now: of an aisle, or of cross aisle `crossRow` from this aisle to the next. */
  blocks: z.array(
    z.object({
      id: z.number().int(),
      aisle: z.string(),
      crossRow: z.number().int().nullable(),
      fromYMetres: metres.nullable(),
      toYMetres: metres.nullable(),
      reason: z.string(),
      blockedBy: z.string(),
      blockedAt: z.iso.datetime(),
    }),
  ),
}

/** The answer of `GET /api/sites/{site}/map`. A bin's place is its middle; `widthMetres` is along the aisle, `depthMetres` across it. */
export const floorMapSchema = z.object({
  ...hallShape,
  bins: z.array(
    z.object({
      bin: z.string(),
      aisle: z.string(),
      side: z.enum(['L', 'R']),
      bay: z.number().int(),
      level: z.number().int(),
      xMetres: metres,
      yMetres: metres,
      widthMetres: metres,
      depthMetres: metres,
      heightMetres: metres,
      pickHeightMetres: metres,
      volumeMl: z.number().int(),
      maxWeightGrams: z.number().int(),
      state: binStateSchema,
    }),
  ),
})
export type FloorMap = z.infer<typeof floorMapSchema>

/** The same with `?shape=columns`, for a screen that draws 200,000 bins: one list a member, all in the same order. */
export const floorColumnsSchema = z.object({
  ...hallShape,
  bins: z.object({
    bin: z.array(z.string()),
    /** Places in `aisles`. */
    aisle: z.array(z.number().int()),
    side: z.array(z.enum(['L', 'R'])),
    bay: z.array(z.number().int()),
    level: z.array(z.number().int()),
    xMetres: z.array(metres),
    yMetres: z.array(metres),
    widthMetres: z.array(metres),
    depthMetres: z.array(metres),
    state: z.array(binStateSchema),
  }),
})
export type FloorColumns = z.infer<typeof floorColumnsSchema>

/** A day as a number, 0 being 1970-01-01 in UTC: 200,000 dates in words would be megabytes. */
const epochDay = z.number().int().nullable()

/** The answer of `GET /api/sites/{site}/map/levels`: what lies in each bin of the map, in the map's order. */
export const binLevelsSchema = z.object({
  site: z.string(),
  /** The map's, whose bins these are. */
  version: z.number().int(),
  /** The greater of volume and weight. */
  fillPercent: z.array(whole),
  units: z.array(whole),
  skus: z.array(whole),
  /** When the oldest of it came. */
  oldestDay: z.array(epochDay),
  earliestExpiryDay: z.array(epochDay),
  /** How often something was taken out in the last 24 hours. */
  picks: z.array(whole),
})
export type BinLevels = z.infer<typeof binLevelsSchema>

/** One bin of a `bins` message, and the columns of `binLevelsSchema`: bin, fillPercent, units, skus, oldestDay, earliestExpiryDay, picks. */
export const binChangeSchema = z.tuple([z.string(), whole, whole, whole, epochDay, epochDay, whole])
export type BinChange = z.infer<typeof binChangeSchema>

/** The socket message `bins` of room `site:{site}:floor`: present levels of the bins that changed, at most ten a second. */
export const binsMessageSchema = z.object({
  site: z.string(),
  version: z.number().int(),
  changes: z.array(binChangeSchema),
})
export type BinsMessage = z.infer<typeof binsMessageSchema>

/**
 * The answer of `GET /api/sites/{site}/map/changes`, newest first. `bins` are those that changed, with what they held at
 * `to`; `changes` are columns: the place in `bins`, when, and by how much, so that subtracting them walks back in time.
 */
export const binHistorySchema = z.object({
  site: z.string(),
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  bins: z.object({
    bin: z.array(z.string()),
    units: z.array(whole),
    /** Thousandths of what the bin takes. */
    volumePermille: z.array(z.number()),
    weightPermille: z.array(z.number()),
  }),
  changes: z.object({
    bin: z.array(whole),
    /** Milliseconds after `from`. */
    atMs: z.array(z.number()),
    units: z.array(whole),
    volumePermille: z.array(z.number()),
    weightPermille: z.array(z.number()),
  }),
  /** `to` of the page before this one in time; null when `from` is reached. */
  nextTo: z.iso.datetime().nullable(),
})
export type BinHistory = z.infer<typeof binHistorySchema>
