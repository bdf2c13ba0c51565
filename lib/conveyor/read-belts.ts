import { statement } from '@/lib/platform/db'
import type { Answered, KnownBox } from './rules/sorter-state'
import type { LaneState } from './schema'
import { type Topology, topologySchema } from './topology-schema'

/** Boxes that nothing was heard of for longer are forgotten by the belt. */
const BOXES_KEPT_DAYS = 7
/** Times are taken before they commit: what was changed by somebody slow is looked at again. */
const OVERLAP_SECONDS = 5

export type DrawnSite = { site: string; version: number; timeZone: string; topology: Topology }

/** The drawings of all sites that have belts. */
export async function readDrawings(): Promise<DrawnSite[]> {
  const rows = await statement<DrawnSite>(
    'read-drawings',
    `SELECT site_id AS site, version, time_zone AS "timeZone", topology FROM conveyor_plan JOIN site ON site.id = site_id ORDER BY site_id`,
    [],
  )
  return rows.map((row) => ({ ...row, topology: topologySchema.parse(row.topology) }))
}

export type ChangedBox = KnownBox & { site: string; barcode: string; changedAt: Date }

/**
 * Boxes of these sites that changed since then, some of them told before.
 * @param since of the last look, by the database's clock; null for all that a belt should know
 */
export function readBoxes(sites: readonly string[], since: Date | null): Promise<ChangedBox[]> {
  return statement<ChangedBox>(
    'read-belt-boxes',
    `SELECT box.site_id AS site, barcode, kind, order_number AS "orderNumber", destination, changed_at AS "changedAt",
            box.state = 'cancelled' AS "isCancelled"
       FROM conveyor_box box
      WHERE box.site_id = ANY ($1) AND changed_at > coalesce($2::timestamptz - make_interval(secs => $3), now() - make_interval(days => $4))`,
    [sites, since, OVERLAP_SECONDS, BOXES_KEPT_DAYS],
  )
}

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

const DECISIONS = `
SELECT id AS "decisionId", site_id AS site, sorter, scanner, seq, barcode, order_number AS "orderNumber", action, lane, because,
  extract(epoch FROM scanned_at)::float8 * 1000 AS "scannedAtMs", extract(epoch FROM decided_at)::float8 * 1000 AS "decidedAtMs",
  deadline_ms AS "deadlineMs", elapsed_micros AS "elapsedMicros", true AS recorded, outcome, actual_lane AS "actualLane"
  FROM divert_decision`

/** What was decided about boxes that may still ride a sorter, oldest first. */
export async function readRecentDecisions(
  site: string,
  sorter: string,
  sinceMs: number,
): Promise<Answered[]> {
  const rows = await statement<Answered & { seq: string }>(
    'read-recent-decisions',
    `${DECISIONS} WHERE site_id = $1 AND sorter = $2 AND decided_at > to_timestamp($3) ORDER BY decided_at, id`,
    [site, sorter, sinceMs / 1_000],
  )
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }))
}

/** One decision that memory has forgotten; null when there is none of that id. */
export async function readDecision(decisionId: string): Promise<Answered | null> {
  const [row] = await statement<Answered & { seq: string }>('read-decision', `${DECISIONS} WHERE id = $1`, [
    decisionId,
  ])
  return row ? { ...row, seq: Number(row.seq) } : null
}
