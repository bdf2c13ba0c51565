import { statement } from '@/lib/platform/db'

/** Longer than any order owes its step: after this long nothing is counted again. */
export const KEPT_DAYS = 90

const AT_ONCE = 10_000

/** Forgets which baskets were counted long ago; the counts stay. In portions, so that no lock is held for long. */
export async function forgetCountedBaskets(now: Date): Promise<{ forgotten: number }> {
  const before = new Date(now.getTime() - KEPT_DAYS * 24 * 60 * 60 * 1000)
  for (let forgotten = 0; ; ) {
    // A step that was done is never carried out again; one that is still owed keeps its row, however old.
    const rows = await statement(
      'forget-counted-baskets',
      `DELETE FROM counted_basket WHERE order_number IN (
         SELECT counted.order_number FROM counted_basket counted WHERE counted_at < $1 AND NOT EXISTS (
           SELECT 1 FROM order_step step WHERE step.order_number = counted.order_number
              AND kind = 'recommendations' AND state <> 'done') LIMIT $2) RETURNING 1`,
      [before, AT_ONCE],
    )
    forgotten += rows.length
    if (rows.length < AT_ONCE) return { forgotten }
  }
}
