import { statement } from '@/lib/platform/db'
import { DEFAULT_RULES } from './read-picking-rules'

type Lease = { outcome: 'extended'; leaseUntil: Date; version: number } | { outcome: 'not-yours' }

/**
 * The picker is still there: the lease runs anew. A lease that has run out but that nobody has ended goes on too.
 * @returns `not-yours` when the tour is somebody else's by now, or walked no more
 */
export async function extendLease(tourId: string, pickerId: string, now: Date): Promise<Lease> {
  const [row] = await statement<{ lease_until: Date; version: number }>(
    'extend-lease',
    `UPDATE tour SET lease_until = greatest(lease_until, $3::timestamptz + make_interval(mins => coalesce(
              (SELECT lease_minutes FROM picking_rules WHERE picking_rules.site_id = tour.site_id), $4::int)))
      WHERE id = $1 AND picker_id = $2 AND state = 'walking' RETURNING lease_until, version`,
    [tourId, pickerId, now, DEFAULT_RULES.leaseMinutes],
  )
  return row
    ? { outcome: 'extended', leaseUntil: row.lease_until, version: row.version }
    : { outcome: 'not-yours' }
}
