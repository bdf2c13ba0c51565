import { FORGOTTEN_AT_ONCE, forgetInBatches, KEPT_MONTHS } from '@/lib/platform/forget-in-batches'

const OLD = `
DELETE FROM conveyor_box WHERE (site_id, barcode) IN (
  SELECT site.id, old.barcode FROM site CROSS JOIN LATERAL (
    SELECT barcode FROM conveyor_box WHERE site_id = site.id AND changed_at < $1::timestamptz - interval '${KEPT_MONTHS} months'
       AND state <> 'expected' ORDER BY changed_at LIMIT ${FORGOTTEN_AT_ONCE}) old LIMIT ${FORGOTTEN_AT_ONCE}
) RETURNING 1`

/** Forgets boxes that arrived, were lost or were cancelled more than 13 months ago. Done twice, it finds none. */
export function forgetOldBoxes(now: Date): Promise<{ forgotten: number }> {
  return forgetInBatches('forget-old-boxes', OLD, [now])
}
