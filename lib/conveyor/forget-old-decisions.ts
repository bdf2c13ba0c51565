import { FORGOTTEN_AT_ONCE, forgetInBatches, KEPT_MONTHS } from '@/lib/platform/forget-in-batches'

const OLD = `
DELETE FROM divert_decision WHERE id IN (
  SELECT old.id FROM site CROSS JOIN LATERAL (
    SELECT id FROM divert_decision WHERE site_id = site.id AND decided_at < $1::timestamptz - interval '${KEPT_MONTHS} months'
     ORDER BY decided_at DESC LIMIT ${FORGOTTEN_AT_ONCE}) old LIMIT ${FORGOTTEN_AT_ONCE}
) RETURNING 1`

/** Forgets what scanners were answered more than 13 months ago; the sums of their days stay. Done twice, it finds none. */
export function forgetOldDecisions(now: Date): Promise<{ forgotten: number }> {
  return forgetInBatches('forget-old-decisions', OLD, [now])
}
