import { statement } from '@/lib/platform/db'

/** As long as orders are near: the same month of last year can be looked at. */
const MONTHS = 13
const AT_ONCE = 5_000

const OLD = `
DELETE FROM divert_decision WHERE id IN (
  SELECT old.id FROM site CROSS JOIN LATERAL (
    SELECT id FROM divert_decision WHERE site_id = site.id AND decided_at < $1::timestamptz - interval '${MONTHS} months'
     ORDER BY decided_at DESC LIMIT ${AT_ONCE}) old LIMIT ${AT_ONCE}
) RETURNING 1`

/** Forgets what scanners were answered more than 13 months ago, batch by batch; the sums of their days stay. Done twice, it finds none. */
export async function forgetOldDecisions(now: Date): Promise<{ forgotten: number }> {
  for (let forgotten = 0; ; ) {
    const { length } = await statement('forget-old-decisions', OLD, [now])
    forgotten += length
    if (length < AT_ONCE) return { forgotten }
  }
}
