import { z } from 'zod'

/** How much room an item has on the shelf against what it sells, and what would be right. */
export const spaceAdviceSchema = z.object({
  sku: z.string(),
  name: z.string(),
  department: z.string(),
  dailyUnits: z.number(),
  bins: z.int(),
  /** Days of sales that its bins hold when they are full. */
  fullDays: z.number(),
  /** Times a week that somebody comes to fill it up. */
  tripsAWeek: z.number(),
  advisedBins: z.int(),
  because: z.string(),
})
export type SpaceAdvice = z.infer<typeof spaceAdviceSchema>
export const spaceListSchema = z.object({ items: z.array(spaceAdviceSchema) })
export type SpaceList = z.infer<typeof spaceListSchema>
