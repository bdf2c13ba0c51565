import { pool } from '@/lib/platform/db'
import { STOW_SOURCE } from './events'

// What is claimed and told but was never closed lies in its bin; the rest has lost its room at `kept_until` already, and this
// says so. Who is being changed at the moment is left for the next time.
const RELEASE = `
WITH expired AS (
  SELECT load.id, EXISTS (SELECT 1 FROM inventory_event event WHERE event.source = $2
           AND event.event_id = load.stow_order_id || ':' || load.operation_id) AS is_told
    FROM stow_load load WHERE load.state = 'open' AND load.kept_until <= $1 ORDER BY load.id FOR UPDATE SKIP LOCKED
)
UPDATE stow_load SET state = CASE WHEN is_told THEN 'stowed' ELSE 'released' END::stow_load_state,
       stowed_bin_id = CASE WHEN is_told THEN bin_id END, stowed_at = CASE WHEN is_told THEN $1::timestamptz END
  FROM expired WHERE stow_load.id = expired.id RETURNING stow_load.state`

/** Closes the loads whose time is over. Done twice, it changes nothing. */
export async function releaseExpiredStows(now: Date): Promise<{ released: number; stowed: number }> {
  const { rows } = await pool.query<{ state: string }>(RELEASE, [now, STOW_SOURCE])
  const stowed = rows.filter(({ state }) => state === 'stowed').length
  return { released: rows.length - stowed, stowed }
}
