import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { temperatureZoneSchema } from '@/lib/catalog/schema'

const whole = z.coerce.number().int().positive()
const productRowSchema = z.object({
  sku: z.string().min(1),
  gtin: z.string().length(13),
  name: z.string().min(1),
  department: z.string(),
  category: z.string(),
  brand: z.string(),
  packageSize: z.string(),
  temperatureZone: temperatureZoneSchema,
  weightGrams: whole,
  volumeMl: whole,
  priceMinor: whole,
  linesSold: whole,
})
export type ProductRow = z.infer<typeof productRowSchema>

/** The demo's 2,000 products, most sold first. */
export function readProducts(): ProductRow[] {
  const text = readFileSync(join(process.cwd(), 'prisma/seed/demo-data/products.csv'), 'utf8')
  const [head = '', ...lines] = text.trim().split('\n')
  const names = cellsOf(head).map((name) =>
    name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
  )
  return lines.map((line) => {
    const cells = cellsOf(line)
    return productRowSchema.parse(Object.fromEntries(names.map((name, at) => [name, cells[at]])))
  })
}

const cellsOf = (line: string): string[] =>
  [...line.matchAll(/("(?:[^"]|"")*"|[^,]+)(?:,|$)/g)].map(([, cell = '']) =>
    cell.replace(/^"|"$/g, '').replaceAll('""', '"'),
  )
