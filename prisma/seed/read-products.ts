import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { productSchema } from '@/lib/catalog/schema'
import { readCsv } from './read-csv'

const whole = z.coerce.number().int().positive()
const productRowSchema = productSchema.extend({
  weightGrams: whole,
  volumeMl: whole,
  priceMinor: whole,
  linesSold: whole,
})
export type ProductRow = z.infer<typeof productRowSchema>

/** The demo's 2,000 products, most sold first. */
export function readProducts(): ProductRow[] {
  const text = readFileSync('prisma/seed/demo-data/products.csv', 'utf8')
  return readCsv(text).map((row) => productRowSchema.parse(row))
}
