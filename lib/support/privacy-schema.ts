import { z } from 'zod'

/** A customer, by the one thing that names them in all their orders. */
export const personRequestSchema = z.strictObject({ email: z.email().max(254) })

const personOrderSchema = z.object({
  orderNumber: z.string(),
  site: z.string(),
  status: z.string(),
  placedAt: z.iso.datetime().nullable(),
  total: z.object({ amount: z.int(), currency: z.string() }),
  /** Why nothing of the person can be erased yet; null where it can. */
  openBecause: z.string().nullable(),
  /** The last day on which what is left of it has to be kept. */
  keptUntil: z.iso.date(),
})
export type PersonOrder = z.infer<typeof personOrderSchema>

/** What an erasure would do, before it does it. */
export const erasurePreviewSchema = z.object({
  orders: z.array(personOrderSchema),
  /** Rows that say something of the person, by table. */
  rows: z.record(z.string(), z.int()),
  erased: z.array(z.string()),
  kept: z.array(z.object({ what: z.string(), until: z.iso.date().nullable(), because: z.string() })),
})
export type ErasurePreview = z.infer<typeof erasurePreviewSchema>

/** What was erased: its id is null when there was nothing of this person, or nothing any more. */
export const erasureSchema = z.object({
  id: z.uuid().nullable(),
  orders: z.int(),
  rows: z.record(z.string(), z.int()),
})
export type Erasure = z.infer<typeof erasureSchema>

/** All that is known of a person, row by row, by table. */
export const personDataSchema = z.object({
  email: z.string(),
  saidAt: z.iso.datetime(),
  tables: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
})
export type PersonData = z.infer<typeof personDataSchema>

export const retentionSchema = z.object({
  site: z.string(),
  personYears: z.int(),
  recordYears: z.int(),
})
export type Retention = z.infer<typeof retentionSchema>

/**
 * Six years is the shortest time for a merchant's letters (§ 257 HGB, § 147 AO), ten the longest for books; a customer may
 * claim for three (§§ 195, 199 BGB).
 */
export const retentionRequestSchema = z
  .strictObject({ personYears: z.int().min(0).max(10), recordYears: z.int().min(6).max(30) })
  .refine(({ personYears, recordYears }) => personYears <= recordYears, {
    path: ['personYears'],
    message: 'nobody is known longer than their orders are kept',
  })
