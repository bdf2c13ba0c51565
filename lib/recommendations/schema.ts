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

const pairItemSchema = z.object({
  sku: z.string(),
  name: z.string(),
  /** Of its bins with units the one nearest to the other item; null where it has none. */
  bin: z.string().nullable(),
})
export const pairAdviceSchema = z.enum(['together', 'apart', 'as-it-is'])

export const placedPairSchema = z.object({
  one: pairItemSchema,
  other: pairItemSchema,
  /** That held both. */
  baskets: z.int(),
  /** Their share of the baskets that held either, 0 to 1. */
  support: z.number(),
  /** How strongly either draws the other into its baskets, 0 to 1. */
  score: z.number(),
  /** On foot between both bins; null while one of the items lies nowhere. */
  metres: z.number().nullable(),
  advice: pairAdviceSchema,
  /** Why apart: of one category, so that one is taken for the other, or both popular in an aisle where pickers queue. */
  apartFor: z.enum(['look-alike', 'crowd']).nullable(),
  /** Visits of their aisle that one of them elsewhere would spare it, over all baskets that were counted, less the second walks. */
  sparedVisits: z.int(),
  /** At most, over all baskets that were counted, had both been neighbours. */
  savedMetres: z.int(),
})
export type PlacedPair = z.infer<typeof placedPairSchema>
