import { inventoryEventsQueue } from '@/lib/inventory/events'
import { statement } from '@/lib/platform/db'
import type { Refusals } from './rules/wanted-alert'

const NEW_SECONDS = 15 * 60

/** Events that name no site of their sender's are anybody's: every site is told of them. */
const MEASURE = `
WITH letter AS (
  SELECT site_id, error, created_at, updated_at FROM dead_letter WHERE state = 'dead' AND kind = 'event' AND queue = $1
)
SELECT site.id AS site, count(*)::int AS refused, count(*) FILTER (WHERE letter.updated_at > now() - make_interval(secs => $2))::int AS new,
  (array_agg(letter.error ORDER BY letter.created_at))[1] AS reason
FROM site JOIN letter ON letter.site_id = site.id OR letter.site_id IS NULL GROUP BY site.id ORDER BY site.id`

/** What the outside told of stock that was not taken and lies among the dead letters, by site; sites without any are left out. */
export function measureRefusals(): Promise<Refusals[]> {
  return statement<Refusals>('measure-refusals', MEASURE, [inventoryEventsQueue, NEW_SECONDS])
}
