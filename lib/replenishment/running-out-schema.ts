import { z } from 'zod'

/** An item in stock that its forecast uses up before an order sent now would be there. */
export const runningOutSchema = z.object({
  sku: z.string(),
  name: z.string(),
  department: z.string(),
  available: z.int(),
  /** Wanted within the lead time, in the mean. */
  wantedUnits: z.number(),
  leadDays: z.number(),
  /** Sent to the supplier and not received yet. */
  onTheWayUnits: z.int(),
})
export type RunningOut = z.infer<typeof runningOutSchema>
export const runningOutListSchema = z.object({ items: z.array(runningOutSchema) })
export type RunningOutList = z.infer<typeof runningOutListSchema>
