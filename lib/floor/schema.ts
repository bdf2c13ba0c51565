import { z } from 'zod'
import { temperatureZoneSchema } from '@/lib/catalog/schema'

/** A bin: where it is and what it can hold. */
export const binSchema = z.object({
  bin: z.string(),
  site: z.string(),
  aisle: z.string(),
  /** `-` for what is not on the floor: the dock, and what nobody can place. */
  side: z.enum(['L', 'R', '-']),
  bay: z.number().int(),
  level: z.number().int(),
  xMetres: z.number(),
  yMetres: z.number(),
  temperatureZone: temperatureZoneSchema,
  volumeMl: z.number().int(),
  maxWeightGrams: z.number().int(),
  content: z.array(
    z.object({
      sku: z.string(),
      name: z.string(),
      onHand: z.number().int(),
      held: z.number().int(),
      lot: z.string().optional(),
      expiresOn: z.iso.date().optional(),
    }),
  ),
})
export type Bin = z.infer<typeof binSchema>

export const LAYOUT_FORMAT = 'stowline-layout/1'

/** What stands on a label. Codes of letters and digits, so that a scanner reads them and a spreadsheet runs none. */
const codeSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/, 'not a code of letters and digits')
const placeMetres = z.number().min(0).max(2_000)
const sizeMetres = z.number().min(0.05).max(20)
export const aisleDirectionSchema = z.enum(['both', 'up', 'down'])
export const reasonSchema = z.string().trim().min(1).max(200)

export const layoutZoneSchema = z.strictObject({
  code: codeSchema,
  name: z
    .string()
    .trim()
    .min(1)
    .max(80)
    .regex(/^[^=+\-@]/, 'begins like a formula'),
  temperatureZone: temperatureZoneSchema,
})

/** `up` is the way of growing y. */
export const layoutAisleSchema = z.strictObject({
  code: codeSchema,
  zone: codeSchema,
  xMetres: placeMetres,
  direction: aisleDirectionSchema.default('both'),
})

/** Place is the bin's middle; width runs along the aisle, depth across it, height from its board to the next. */
export const layoutBinSchema = z
  .strictObject({
    code: codeSchema,
    aisle: codeSchema,
    /** Left or right of its aisle, looking to the back. */
    side: z.enum(['L', 'R']),
    bay: z.number().int().min(1).max(9_999),
    level: z.number().int().min(1).max(99),
    xMetres: placeMetres,
    yMetres: placeMetres,
    widthMetres: sizeMetres,
    depthMetres: sizeMetres,
    heightMetres: sizeMetres,
    /** Left out, it is what its sizes make. */
    volumeMl: z.number().int().positive().max(2_000_000_000).optional(),
    maxWeightGrams: z.number().int().positive().max(2_000_000_000),
    /** Of its board above the ground. */
    pickHeightMetres: z.number().min(0).max(40),
  })
  .transform(({ volumeMl, ...bin }) => ({
    ...bin,
    volumeMl: volumeMl ?? Math.round(bin.widthMetres * bin.depthMetres * bin.heightMetres * 1e6),
  }))

export const layoutStationSchema = z.strictObject({
  code: codeSchema,
  kind: z.enum(['depot', 'pack', 'dock']),
  xMetres: placeMetres,
  yMetres: placeMetres,
})

/**
 * What cannot be walked: an aisle between two depths (left out, from its end), or with `crossRow` that cross aisle
 * between this aisle and the next one to its right.
 */
export const layoutBlockSchema = z.strictObject({
  aisle: codeSchema,
  crossRow: z.number().int().min(0).optional(),
  fromYMetres: placeMetres.optional(),
  toYMetres: placeMetres.optional(),
  reason: reasonSchema,
})

/** A hall as a file. Metres are measured from the front left corner: x to the right, y to the back. */
export const layoutSchema = z.strictObject({
  format: z.literal(LAYOUT_FORMAT),
  widthMetres: placeMetres.positive(),
  depthMetres: placeMetres.positive(),
  /** Centre lines of the cross aisles, front to back; the first and the last bound every aisle. */
  crossYMetres: z.array(placeMetres).max(100),
  zones: z.array(layoutZoneSchema).max(1_000),
  aisles: z.array(layoutAisleSchema).max(5_000),
  bins: z.array(layoutBinSchema).max(300_000),
  stations: z.array(layoutStationSchema).max(1_000),
  /** Left out, what is blocked stays blocked. */
  blocks: z.array(layoutBlockSchema).max(5_000).optional(),
})
export type Layout = z.infer<typeof layoutSchema>
export type LayoutZone = Layout['zones'][number]
export type LayoutAisle = Layout['aisles'][number]
export type LayoutBin = Layout['bins'][number]
export type LayoutStation = Layout['stations'][number]
export type LayoutBlock = z.infer<typeof layoutBlockSchema>

/** What is wrong with a layout file: at a line of a CSV, at a JSON Pointer of a JSON. */
export const layoutErrorSchema = z.object({
  line: z.number().int().optional(),
  pointer: z.string().optional(),
  detail: z.string(),
})
export type LayoutError = z.infer<typeof layoutErrorSchema>

const changeCountsSchema = z.object({
  added: z.number().int(),
  changed: z.number().int(),
  removed: z.number().int(),
  same: z.number().int(),
})

const outlineSchema = z.object({
  widthMetres: z.number(),
  depthMetres: z.number(),
  crossYMetres: z.array(z.number()),
  /** Each stretch of shelves along an aisle's side between two cross aisles. */
  shelves: z.array(
    z.object({
      aisle: z.string(),
      temperatureZone: temperatureZoneSchema,
      xMetres: z.number(),
      depthMetres: z.number(),
      fromYMetres: z.number(),
      toYMetres: z.number(),
    }),
  ),
  stations: z.array(layoutStationSchema),
})
export type Outline = z.infer<typeof outlineSchema>

/** What a layout file would do to a hall. */
export const layoutPreviewSchema = z.object({
  site: z.string(),
  /** Of the plan that it was compared with; 0 when there is none yet. */
  version: z.number().int(),
  /** Left out where the file cannot be read as a hall. */
  changes: z
    .object({
      hall: z.boolean(),
      zones: changeCountsSchema,
      aisles: changeCountsSchema,
      bins: changeCountsSchema,
      stations: changeCountsSchema,
      blocks: changeCountsSchema,
    })
    .optional(),
  isChange: z.boolean(),
  /** Bins that would be removed and cannot: the first of them, and how many there are. */
  refusals: z.array(z.object({ bin: z.string(), reason: z.string() })),
  refusalCount: z.number().int(),
  errors: z.array(layoutErrorSchema),
  errorCount: z.number().int(),
  /** What else is worth knowing before it is applied. */
  notes: z.array(z.string()),
  before: outlineSchema.optional(),
  after: outlineSchema.optional(),
})
export type LayoutPreview = z.infer<typeof layoutPreviewSchema>

export const layoutAppliedSchema = z.object({
  version: z.number().int(),
  isChanged: z.boolean(),
  bins: changeCountsSchema,
})

export const blockRequestSchema = layoutBlockSchema.refine(
  ({ crossRow, fromYMetres, toYMetres }) =>
    crossRow === undefined || (fromYMetres === undefined && toYMetres === undefined),
  { message: 'a piece of a cross aisle has no depths', path: ['crossRow'] },
)
export const standingBlockSchema = layoutBlockSchema.extend({ id: z.number().int() })

export const binStateRequestSchema = z.discriminatedUnion('state', [
  z.strictObject({ site: z.string().min(1).max(64), state: z.literal('closed'), reason: reasonSchema }),
  z.strictObject({ site: z.string().min(1).max(64), state: z.literal('open') }),
])
export const binStateSchema = z.object({
  bin: z.string(),
  site: z.string(),
  state: z.enum(['open', 'closed']),
  reason: z.string().nullable(),
})

export const aisleDirectionRequestSchema = z.strictObject({ direction: aisleDirectionSchema })
