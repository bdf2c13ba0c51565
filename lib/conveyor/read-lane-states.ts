import { statement } from '@/lib/platform/db'
import type { LaneState } from './schema'

export type KeptLane = { site: string; lane: string; state: LaneState; changedAtMs: number }

/** How lanes stand that were ever closed or full. */
export function readLaneStates(sites: readonly string[]): Promise<KeptLane[]> {
  return statement<KeptLane>(
    'read-lane-states',
    `SELECT site_id AS site, lane, state, extract(epoch FROM changed_at)::float8 * 1000 AS "changedAtMs"
       FROM conveyor_lane WHERE site_id = ANY ($1)`,
    [sites],
  )
}
