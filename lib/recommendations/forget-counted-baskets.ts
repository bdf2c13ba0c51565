import { FORGOTTEN_AT_ONCE, forgetInBatches } from '@/lib/platform/forget-in-batches'

/** Longer than any order owes its step: after this long nothing is counted again. */
export const KEPT_DAYS = 90

// A step that was done is never carried out again; one that is still owed keeps its row, however old.
const OLD = `
DELETE FROM counted_basket WHERE order_number IN (
  SELECT counted.order_number FROM counted_basket counted WHERE counted_at < $1 AND NOT EXISTS (
    SELECT 1 FROM order_step step WHERE step.order_number = counted.order_number
       AND kind = 'recommendations' AND state <> 'done') LIMIT ${FORGOTTEN_AT_ONCE}) RETURNING 1`

/** Forgets which baskets were counted long ago; the counts stay. */
export function forgetCountedBaskets(now: Date): Promise<{ forgotten: number }> {
  const before = new Date(now.getTime() - KEPT_DAYS * 24 * 60 * 60 * 1000)
  return forgetInBatches('forget-counted-baskets', OLD, [before])
}
