import { FORGOTTEN_AT_ONCE, forgetInBatches, KEPT_MONTHS } from '@/lib/platform/forget-in-batches'

// Their notices go with them.
const OLD = `
DELETE FROM alert WHERE id IN (
  SELECT old.id FROM site CROSS JOIN LATERAL (
    SELECT id FROM alert WHERE site_id = site.id AND opened_at < $1::timestamptz - interval '${KEPT_MONTHS} months'
       AND resolved_at < $1::timestamptz - interval '${KEPT_MONTHS} months' AND state = 'resolved'
     ORDER BY opened_at DESC LIMIT ${FORGOTTEN_AT_ONCE}) old LIMIT ${FORGOTTEN_AT_ONCE}
) RETURNING 1`

/** Forgets alerts that were over 13 months ago, and who was told of them. Done twice, it finds none. */
export function forgetOldAlerts(now: Date): Promise<{ forgotten: number }> {
  return forgetInBatches('forget-old-alerts', OLD, [now])
}
