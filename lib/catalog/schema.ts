import { z } from 'zod'
import { hasRightCheckDigit } from './rules/check-digit'

export const temperatureZoneSchema = z.enum(['ambient', 'chilled', 'frozen'])
export type TemperatureZone = z.infer<typeof temperatureZoneSchema>

/** A product as the catalogue knows it. Weight and volume are of one unit as it is picked. */
export const productSchema = z.object({
  sku: z.string().min(1).max(64),
  gtin: z
    .string()
    .regex(/^\d{13}$/)
    .refine(hasRightCheckDigit, 'wrong check digit'),
  name: z.string().min(1),
  department: z.string().min(1),
  category: z.string().min(1),
  /** Empty for goods without a brand, such as loose fruit. */
  brand: z.string(),
  packageSize: z.string().min(1),
  temperatureZone: temperatureZoneSchema,
  weightGrams: z.number().int().positive(),
  volumeMl: z.number().int().positive(),
  /** Minor units of the site's currency. */
  priceMinor: z.number().int().positive(),
})
export type Product = z.infer<typeof productSchema>
