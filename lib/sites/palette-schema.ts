import { z } from 'zod'

const units = z.number().int()

/** What of a site fits a few letters; each kind says no more than it takes to tell it from its neighbours. */
export const paletteHitSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('item'), sku: z.string(), name: z.string(), gtin: z.string(), onHand: units }),
  /** `skus`: how many lie in it. */
  z.object({ kind: z.literal('bin'), bin: z.string(), aisle: z.string(), skus: units }),
  z.object({
    ...{ kind: z.literal('order'), orderNumber: z.string(), customerName: z.string(), status: z.string() },
    createdAt: z.iso.datetime(),
  }),
  z.object({
    ...{ kind: z.literal('box'), barcode: z.string(), box: z.enum(['tote', 'parcel']).nullable() },
    orderNumber: z.string().nullable(),
  }),
  z.object({ kind: z.literal('lane'), lane: z.string(), name: z.string(), sorter: z.string() }),
])
export type PaletteHit = z.infer<typeof paletteHitSchema>

/** The answer of `GET /api/palette`; `query` as it was understood. */
export const paletteAnswerSchema = z.object({ query: z.string(), items: z.array(paletteHitSchema) })
