import { FORGOTTEN_AT_ONCE, forgetInBatches, KEPT_MONTHS } from '@/lib/platform/forget-in-batches'

const OLD = `
DELETE FROM stow_order WHERE id IN (
  SELECT old.id FROM site CROSS JOIN LATERAL (
    SELECT id FROM stow_order WHERE site_id = site.id AND asked_at < $1::timestamptz - interval '${KEPT_MONTHS} months'
       AND NOT EXISTS (SELECT FROM stow_load WHERE stow_order_id = stow_order.id AND state = 'open')
     ORDER BY asked_at LIMIT ${FORGOTTEN_AT_ONCE}) old LIMIT ${FORGOTTEN_AT_ONCE}
) RETURNING 1`

/** Forgets where it was said to stow more than 13 months ago, and why there. Done twice, it finds none. */
export function forgetOldStows(now: Date): Promise<{ forgotten: number }> {
  return forgetInBatches('forget-old-stows', OLD, [now])
}
