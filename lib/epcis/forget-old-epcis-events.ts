import { FORGOTTEN_AT_ONCE, forgetInBatches } from '@/lib/platform/forget-in-batches'

/** Food is traced one step back and one forward for five years (guidance on Regulation (EC) 178/2002, article 18). */
const KEPT_MONTHS = 61

// What the ledger has not heard of yet is owed to it.
const OLD_EVENTS = `
DELETE FROM epcis_event WHERE id IN (
  SELECT id FROM epcis_event
   WHERE record_time < $1::timestamptz - interval '${KEPT_MONTHS} months' AND stock_told_at IS NOT NULL
   ORDER BY record_time, id LIMIT ${FORGOTTEN_AT_ONCE}
) RETURNING 1`

/** Forgets EPCIS events that were recorded more than 61 months ago. Done twice, it finds none. */
export function forgetOldEpcisEvents(now: Date): Promise<{ forgotten: number }> {
  return forgetInBatches('forget-old-epcis-events', OLD_EVENTS, [now])
}
