import { z } from 'zod'

export const recommendationSchema = z.object({
  sku: z.string(),
  /** 0 to 1. */
  score: z.number(),
  /** Baskets that held both. */
  boughtTogether: z.number().int(),
})
export type Recommendation = z.infer<typeof recommendationSchema>
