import { FORGOTTEN_AT_ONCE, forgetInBatches, KEPT_MONTHS } from '@/lib/platform/forget-in-batches'

// Their stops, totes and acts go with them. One whose pick the ledger was not told of is not over, however old.
const OLD_TOURS = `
DELETE FROM tour WHERE id IN (
  SELECT old.id FROM site CROSS JOIN LATERAL (
    SELECT id FROM tour WHERE site_id = site.id AND started_at < $1::timestamptz - interval '${KEPT_MONTHS} months' AND state <> 'walking'
       AND NOT EXISTS (SELECT FROM pick_act WHERE tour_id = tour.id AND is_owed)
     ORDER BY started_at DESC LIMIT ${FORGOTTEN_AT_ONCE}) old LIMIT ${FORGOTTEN_AT_ONCE}
) RETURNING 1`

const OLD_LISTS = `
DELETE FROM pick_list WHERE id IN (
  SELECT id FROM pick_list WHERE closed_at < $1::timestamptz - interval '${KEPT_MONTHS} months' LIMIT ${FORGOTTEN_AT_ONCE}
) RETURNING 1`

/** Forgets tours and pick lists that ended more than 13 months ago; the sums of their days stay. Done twice, it finds none. */
export async function forgetOldTours(now: Date): Promise<{ forgotten: number }> {
  const tours = await forgetInBatches('forget-old-tours', OLD_TOURS, [now])
  const lists = await forgetInBatches('forget-old-lists', OLD_LISTS, [now])
  return { forgotten: tours.forgotten + lists.forgotten }
}
