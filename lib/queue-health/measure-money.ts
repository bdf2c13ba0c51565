import { statement } from '@/lib/platform/db'
import type { OwedMoney } from './rules/wanted-money-alerts'

/** A provider that answers at all has answered by then. */
const LATE_SECONDS = 120
const REFUSED_HOURS = 24

const MEASURE = `
WITH late AS (
  SELECT site_id, order_number, created_at, last_error FROM payment_movement
   WHERE state = 'owed' AND created_at < now() - make_interval(secs => $1)
), refused AS (
  SELECT site_id, order_number, created_at, last_error FROM payment_movement
   WHERE state = 'refused' AND created_at > now() - make_interval(hours => $2)
)
SELECT site_id AS site, 'late' AS trouble, count(*)::int AS movements, count(DISTINCT order_number)::int AS orders,
       min(created_at) AS since, (array_agg(order_number ORDER BY created_at))[1] AS "firstOrder",
       (array_agg(last_error ORDER BY created_at DESC) FILTER (WHERE last_error IS NOT NULL))[1] AS reason
  FROM late GROUP BY site_id
UNION ALL
SELECT site_id, 'refused', count(*)::int, count(DISTINCT order_number)::int, min(created_at),
       (array_agg(order_number ORDER BY created_at))[1],
       (array_agg(last_error ORDER BY created_at DESC) FILTER (WHERE last_error IS NOT NULL))[1]
  FROM refused GROUP BY site_id`

/** Movements of money that the provider has not answered for two minutes, or has refused within a day; by site. */
export function measureMoney(): Promise<OwedMoney[]> {
  return statement<OwedMoney>('measure-money', MEASURE, [LATE_SECONDS, REFUSED_HOURS])
}
