import { z } from 'zod'

/**
 * How long a site keeps what is over, in months. Near are whole months besides the running one; 13 of them hold the same month of
 * last year. Far is the archive: 120, for account books (Germany: section 147 AO, section 257 HGB; letters 72).
 */
export const archiveTermsSchema = z.object({
  /** Three at the least: what is told late and what is folded anew is of the last two. */
  ledgerMonths: z.int().min(3).max(120).default(13),
  orderMonths: z.int().min(3).max(120).default(13),
  keepMonths: z.int().min(12).max(1_200).default(120),
})
export type ArchiveTerms = z.infer<typeof archiveTermsSchema>

export const archiveSchema = z.object({
  terms: archiveTermsSchema,
  /** What lies in the archive, the newest month first. */
  months: z.array(
    z.object({
      kind: z.enum(['inventory_event', 'ledger_entry', 'orders']),
      month: z.iso.date(),
      rows: z.int(),
      droppedAt: z.iso.datetime().nullable(),
    }),
  ),
})
