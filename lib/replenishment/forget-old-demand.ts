import { FORGOTTEN_AT_ONCE, forgetInBatches } from '@/lib/platform/forget-in-batches'

/** Three years of weekdays and holidays to compare with, and a month to do it in. */
const KEPT_MONTHS = 37

const OLD = `
DELETE FROM demand_day USING (
  SELECT old.site_id, old.sku, old.day FROM site CROSS JOIN LATERAL (
    SELECT site_id, sku, day FROM demand_day
     WHERE site_id = site.id AND day < $1::date - interval '${KEPT_MONTHS} months' ORDER BY day LIMIT ${FORGOTTEN_AT_ONCE}
  ) old LIMIT ${FORGOTTEN_AT_ONCE}
) old WHERE (demand_day.site_id, demand_day.sku, demand_day.day) = (old.site_id, old.sku, old.day) RETURNING 1`

/** Forgets what was wanted on days more than 37 months ago: no forecast looks so far back. Done twice, it finds none. */
export function forgetOldDemand(now: Date): Promise<{ forgotten: number }> {
  return forgetInBatches('forget-old-demand', OLD, [now])
}
