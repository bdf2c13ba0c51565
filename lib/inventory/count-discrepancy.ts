import type { z } from 'zod'
import { db } from '@/lib/platform/db'
import type { discrepancyFoundSchema } from './events'
import { type Opening, openCount } from './open-count'

const REASON = 'The floor and the book differ'

/**
 * Has what a discrepancy is about counted, unless later events have settled it meanwhile. A bin has one open count at
 * most, so the same discrepancy again, or another of the bin, opens no second one.
 */
export async function countDiscrepancy(
  { discrepancy, site, bin, sku }: z.infer<typeof discrepancyFoundSchema>,
  now: Date,
): Promise<Opening | { outcome: 'settled' }> {
  const found = await db.discrepancy.findUnique({ where: { id: BigInt(discrepancy) } })
  if (found?.resolvedAt) return { outcome: 'settled' }
  const request = { site, sku, reason: REASON, ...(bin === null ? {} : { bin }) }
  return openCount(request, { by: 'Stowline', isOwed: true }, now)
}
