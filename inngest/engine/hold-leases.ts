import { statement } from '@/lib/platform/db'

type Lease = { id: string; generation: number }

// Jobs are locked in the order of their ids, as whoever commits changes does: two of them would wait for each other otherwise.
const held = (engineId: string): string => `
WITH held AS (
  SELECT l.id FROM (SELECT * FROM unnest($1::bigint[], $2::int[]) AS l(id, generation) ORDER BY id) l CROSS JOIN LATERAL (
    SELECT FROM engine_job j WHERE j.id = l.id AND j.generation = l.generation AND j.leased_by = ${engineId} FOR UPDATE
  ) j
)`

const RENEW = `${held('$4')}
UPDATE engine_job j SET lease_until = $3 FROM held h WHERE j.id = h.id RETURNING j.id`

/** Prolongs leases; returns the ids of those that still were ours. */
export async function renewLeases(leases: Lease[], leaseUntil: Date, engineId: string): Promise<Set<string>> {
  const rows = await statement<{ id: string }>('engine-renew-leases', RENEW, [
    ...columns(leases),
    leaseUntil,
    engineId,
  ])
  return new Set(rows.map(({ id }) => id))
}

/** Raising the generation shuts out the call that is still under way here; an orderly stop is no delivery. */
const RELEASE = `${held('$3')}
UPDATE engine_job j
SET lease_until = NULL, leased_by = NULL, generation = j.generation + 1, deliveries = j.deliveries - 1
FROM held h WHERE j.id = h.id`

/** Gives jobs back, so that another engine need not wait for the leases to end. */
export async function releaseLeases(leases: Lease[], engineId: string): Promise<void> {
  if (leases.length > 0) await statement('engine-release-leases', RELEASE, [...columns(leases), engineId])
}

function columns(leases: Lease[]): [string[], number[]] {
  return [leases.map(({ id }) => id), leases.map(({ generation }) => generation)]
}
