import { z } from 'zod'
import { temperatureZoneSchema } from '@/lib/catalog/schema'

/** A bin: where it is and what it can hold. */
export const binSchema = z.object({
  bin: z.string(),
  site: z.string(),
  aisle: z.string(),
  side: z.enum(['L', 'R']),
  bay: z.number().int(),
  level: z.number().int(),
  xMetres: z.number(),
  yMetres: z.number(),
  temperatureZone: temperatureZoneSchema,
  volumeMl: z.number().int(),
  maxWeightGrams: z.number().int(),
  content: z.array(
    z.object({
      sku: z.string(),
      name: z.string(),
      onHand: z.number().int(),
      held: z.number().int(),
      lot: z.string().optional(),
      expiresOn: z.iso.date().optional(),
    }),
  ),
})
export type Bin = z.infer<typeof binSchema>
