import { statement } from '@/lib/platform/db'

const BATCH = 1_000

const SWEEP = `
DELETE FROM engine_run WHERE id IN (
  SELECT id FROM engine_run WHERE ended_at < $1 ORDER BY ended_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED
) RETURNING id`

/**
 * Forgets some runs that ended before an instant, steps included; true when there may be more. In small portions,
 * because leases have to be renewed in between. Several engines may sweep at once.
 */
export async function sweepRuns(endedBefore: Date): Promise<boolean> {
  const swept = await statement('engine-sweep-runs', SWEEP, [endedBefore])
  return swept.length === BATCH
}

const SWEEP_HEARTBEATS = `
DELETE FROM heartbeat WHERE name LIKE 'engine:%' AND beat_at < clock_timestamp() - interval '1 hour'`

/** Engines that have been silent for an hour have been missed by now and do not come back under their name. */
export async function sweepHeartbeats(): Promise<void> {
  await statement('engine-sweep-heartbeats', SWEEP_HEARTBEATS, [])
}
