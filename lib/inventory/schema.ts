import { z } from 'zod'

const units = z.number().int()

/** The answer of `GET /api/stock?sku=`. */
export const stockSchema = z.object({
  sku: z.string(),
  onHand: units,
  held: units,
  available: units,
  bins: z.array(
    z.object({
      bin: z.string(),
      onHand: units,
      held: units,
      lot: z.string().optional(),
      expiresOn: z.iso.date().optional(),
    }),
  ),
})
export type Stock = z.infer<typeof stockSchema>

/** The answer of `GET /api/stock?site=`. */
export const stockListSchema = z.object({
  items: z.array(
    z.object({ sku: z.string(), name: z.string(), onHand: units, held: units, available: units }),
  ),
  nextCursor: z.string().nullable(),
})
export type StockList = z.infer<typeof stockListSchema>
