import { z } from 'zod'

export const recommendationSchema = z.object({
  sku: z.string(),
  /** 0 to 1. */
  score: z.number(),
  /** Baskets that held both; of a whole basket asked for, with the item that goes best with it. */
  boughtTogether: z.number().int(),
})
export type Recommendation = z.infer<typeof recommendationSchema>

/** A basket to be added to: the SKUs that are in it. */
export const basketSchema = z.array(z.string().min(1).max(64)).min(1).max(60)
