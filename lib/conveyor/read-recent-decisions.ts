import { statement } from '@/lib/platform/db'
import type { Answered } from './rules/sorter-state'

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
