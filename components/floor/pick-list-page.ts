import { z } from 'zod'
import { pickListSchema } from '@/lib/picking/schema'

/** The answer of `GET /api/pick-lists`. */
export const pickListPageSchema = z.object({
  items: z.array(pickListSchema),
  nextCursor: z.string().nullable(),
})
export type PickListPage = z.infer<typeof pickListPageSchema>
