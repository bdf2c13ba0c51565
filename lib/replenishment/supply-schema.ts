import { z } from 'zod'

const days = z.number().min(0).max(365)

/** How a SKU comes to a site, and how sure it is to be there. */
export const supplyTermSchema = z.strictObject({
  supplier: z.string().trim().min(1).max(100),
  /** From sending an order to its goods on the shelf, and how far that spreads (standard deviation), in days. */
  leadDays: days,
  leadSdDays: days.default(0),
  /** Days between two chances to order. */
  reviewDays: z.int().min(1).max(90),
  /** Days of the week on which the supplier takes orders, 1 Monday to 7 Sunday; none is every day. */
  orderWeekdays: z.array(z.int().min(1).max(7)).max(7).default([]),
  packUnits: z.int().min(1).max(100_000),
  minimumPacks: z.int().min(1).max(10_000).default(1),
  /** Days on the shelf from the day of arrival; null keeps. */
  shelfLifeDays: z.int().min(1).max(3_650).nullable().default(null),
  /** Chance that an order cycle ends without a stock-out. */
  serviceLevel: z.number().min(0.5).max(0.9999),
  /** Minor units of the site's currency. */
  unitCostMinor: z.int().min(0).max(100_000_000),
})
export type SupplyTerm = z.infer<typeof supplyTermSchema>

const sku = z.string().min(1).max(64)
const site = z.string().min(1).max(64)

/** The body of `PUT /api/supply-terms`. */
export const supplyTermChangeSchema = supplyTermSchema.extend({ site, sku })
export type SupplyTermChange = z.infer<typeof supplyTermChangeSchema>

/** `isDefault`: nobody has said, it is what department and temperature zone suggest. */
export const listedTermSchema = supplyTermSchema.extend({ sku, name: z.string(), isDefault: z.boolean() })
export type ListedTerm = z.infer<typeof listedTermSchema>
export const supplyTermListSchema = z.object({
  items: z.array(listedTermSchema),
  nextCursor: z.string().nullable(),
})

/** A line of a file of terms, by its column names; an empty cell is what the default says. */
export const TERM_COLUMNS = [
  ...['sku', 'supplier', 'leadDays', 'leadSdDays', 'reviewDays', 'orderWeekdays', 'packUnits'],
  ...['minimumPacks', 'shelfLifeDays', 'serviceLevel', 'unitCostMinor'],
] as const

/** The answer to a file of terms: what was taken, and each line that was not. */
export const termImportSchema = z.object({
  taken: z.int(),
  rejected: z.array(z.object({ line: z.int(), reason: z.string() })),
})
export type TermImport = z.infer<typeof termImportSchema>
