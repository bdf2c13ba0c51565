import { z } from 'zod'
import { temperatureZoneSchema } from '@/lib/catalog/schema'

/** What the warehouse is told of a placed order. */
export type OrderNotice = { siteId: string; orderNumber: string; customerName: string; placedAt: Date }

export const pickListSchema = z.object({
  pickListId: z.string(),
  orderNumber: z.string(),
  state: z.enum(['open']),
  dueAt: z.iso.datetime(),
  createdAt: z.iso.datetime(),
  customerName: z.string(),
  lines: z.array(
    z.object({
      bin: z.string(),
      aisle: z.string(),
      sku: z.string(),
      name: z.string(),
      quantity: z.number().int(),
      temperatureZone: temperatureZoneSchema,
    }),
  ),
})
export type PickList = z.infer<typeof pickListSchema>
