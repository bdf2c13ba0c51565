import { z } from 'zod'
import { binSchema } from '@/lib/floor/schema'

const units = z.number().int()
const code = z.string().min(1).max(64)
const operationId = z.string().min(1).max(255)
/** More than any bin holds; who brings more brings it in several loads. */
const MOST_UNITS = 100_000

/** The body of `POST /api/stow`. */
export const stowRequestSchema = z
  .strictObject({
    site: code,
    sku: code.optional(),
    /** Instead of the SKU: a GTIN-8, -12, -13 or -14. */
    gtin: z
      .string()
      .regex(/^(\d{8}|\d{12,14})$/)
      .optional(),
    quantity: units.min(1).max(MOST_UNITS),
    lot: code.optional(),
    expiresOn: z.iso.date().optional(),
    /** Asked again with the same id, it is the same stow. */
    operationId: operationId.optional(),
  })
  .refine(({ sku, gtin }) => (sku === undefined) !== (gtin === undefined), {
    message: 'give `sku` or `gtin`',
    path: ['sku'],
  })
export type StowRequest = z.infer<typeof stowRequestSchema>

export const stowLoadStateSchema = z.enum(['open', 'stowed', 'released'])

/** Some units and the bin where their room is kept, or where they lie by now. */
export const stowBinSchema = z.object({
  loadId: z.string(),
  bin: z.string(),
  aisle: z.string(),
  side: z.enum(['L', 'R']),
  bay: units,
  level: units,
  quantity: units,
  state: stowLoadStateSchema,
  /** Why this bin, in sentences. */
  because: z.array(z.string()),
  xMetres: z.number(),
  yMetres: z.number(),
})

/** The answer of `POST /api/stow` and `GET /api/stow/{stowId}`; nothing is kept after `keptUntil`. */
export const stowSchema = z.object({
  stowId: z.string(),
  operationId: z.string(),
  site: z.string(),
  sku: z.string(),
  name: z.string(),
  quantity: units,
  lot: z.string().optional(),
  expiresOn: z.iso.date().optional(),
  keptUntil: z.iso.datetime(),
  bins: z.array(stowBinSchema),
})
export type Stow = z.infer<typeof stowSchema>
export type StowBin = z.infer<typeof stowBinSchema>

/** The body of `POST /api/stow/{stowId}/confirmations`: what was scanned. Sent again, it is the same confirmation. */
export const stowConfirmationSchema = z.strictObject({
  operationId: z.string().min(1).max(100),
  loadId: z.string().regex(/^\d{1,18}$/),
  bin: code,
  quantity: units.min(1).max(MOST_UNITS),
  at: z.iso.datetime({ offset: true }),
})
export type StowConfirmation = z.infer<typeof stowConfirmationSchema>

/** Its answer: the true address, and what of the stow is still to be put away. */
export const stowConfirmedSchema = z.object({
  bin: z.string(),
  quantity: units,
  /** False: another bin than the one that was chosen; it is the address all the same. */
  isPlanned: z.boolean(),
  stow: stowSchema,
})
export type StowConfirmed = z.infer<typeof stowConfirmedSchema>

/** The answer of `GET /api/bins/{code}`. */
export const binPageSchema = binSchema.extend({
  zone: z.string(),
  widthMetres: z.number(),
  depthMetres: z.number(),
  heightMetres: z.number(),
  pickHeightMetres: z.number(),
  state: z.enum(['open', 'closed']),
  stateReason: z.string().nullable(),
  usedVolumeMl: units,
  usedWeightGrams: units,
  /** Of its volume, by what lies in it. */
  fillPercent: z.number(),
  reservedVolumeMl: units,
  reservedPercent: z.number(),
  /** Units on their way here, whose room is kept. */
  reserved: z.array(
    z.object({
      stowId: z.string(),
      sku: z.string(),
      quantity: units,
      lot: z.string().optional(),
      keptUntil: z.iso.datetime(),
    }),
  ),
  /** Since the site's midnight: entries of the ledger, and units that came and went. */
  movedToday: z.object({ entries: units, in: units, out: units }),
})
export type BinPage = z.infer<typeof binPageSchema>

const foundBinSchema = z.object({
  kind: z.literal('bin'),
  bin: z.string(),
  aisle: z.string(),
  xMetres: z.number(),
  yMetres: z.number(),
  /** How many SKUs lie in it. */
  skus: units,
})
const foundSkuSchema = z.object({
  kind: z.literal('sku'),
  sku: z.string(),
  name: z.string(),
  gtin: z.string(),
  onHand: units,
  /** In how many bins it lies. */
  bins: units,
})
/** The answer of `GET /api/find`: bins by the beginning of their code, items by SKU, GTIN or half a name, the best first. */
export const foundSchema = z.object({
  items: z.array(z.discriminatedUnion('kind', [foundBinSchema, foundSkuSchema])),
})
export type Found = z.infer<typeof foundSchema>
