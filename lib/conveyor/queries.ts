import { statement } from '@/lib/platform/db'
import type { BoxPath } from './figures-schema'

/** `exception (sorter, lane)`: where the sorters of the site `$1` put what nobody can place. */
export const EXCEPTIONS = `exception AS (
  SELECT drawn.sorter->>'id' AS sorter, drawn.sorter->>'exceptionLane' AS lane
    FROM conveyor_plan, jsonb_array_elements(topology->'sorters') AS drawn (sorter) WHERE site_id = $1
)`

/** The lane a decision sends its box to, beside `exception`. */
export const ASSIGNED = `CASE decision.action WHEN 'divert' THEN decision.lane WHEN 'reject' THEN exception.lane END`

/** What rules/confirm-decision.ts calls a mis-sort: a box that was read was diverted into another lane than that. */
export const MIS_SORT = `(decision.barcode IS NOT NULL AND decision.outcome = 'diverted' AND CASE decision.action
  WHEN 'reject' THEN decision.actual_lane <> exception.lane
  ELSE decision.actual_lane <> coalesce(decision.lane, '') END) IS TRUE`

const moment = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** A decision beside `exception` as `listedDecisionSchema` has it. */
export const LISTED = `jsonb_build_object('decisionId', decision.id, 'site', decision.site_id, 'sorter', decision.sorter,
  'scanner', decision.scanner, 'seq', decision.seq, 'barcode', decision.barcode, 'orderNumber', decision.order_number,
  'action', decision.action, 'lane', decision.lane, 'because', decision.because, 'deadlineMs', decision.deadline_ms,
  'elapsedMicros', decision.elapsed_micros, 'scannedAt', ${moment('decision.scanned_at')},
  'decidedAt', ${moment('decision.decided_at')}, 'outcome', decision.outcome, 'actualLane', decision.actual_lane,
  'confirmedAt', ${moment('decision.confirmed_at')}, 'assignedLane', ${ASSIGNED}, 'misSort', ${MIS_SORT})`

/** A box that goes around for days is told by its last scans. */
const MOST_SCANS = 200

const BOX = `WITH ${EXCEPTIONS}, box AS (
  SELECT * FROM conveyor_box WHERE site_id = $1 AND barcode = $2
), scan AS (
  SELECT * FROM divert_decision WHERE site_id = $1 AND barcode = $2 ORDER BY decided_at DESC, id DESC LIMIT ${MOST_SCANS}
)
SELECT jsonb_build_object('site', $1::text, 'barcode', $2::text,
  'orderNumber', coalesce((SELECT order_number FROM box), (SELECT max(order_number) FROM scan)),
  'box', (SELECT jsonb_build_object('kind', kind, 'destination', destination, 'promisedAt', ${moment('promised_at')},
            'state', state, 'lane', lane, 'createdAt', ${moment('created_at')}) FROM box),
  'decisions', coalesce((SELECT jsonb_agg(${LISTED} ORDER BY decision.decided_at, decision.id)
            FROM scan decision LEFT JOIN exception USING (sorter)), '[]'),
  'olderScans', (SELECT count(*) FROM divert_decision WHERE site_id = $1 AND barcode = $2) - (SELECT count(*) FROM scan)) AS path
 WHERE EXISTS (SELECT FROM box) OR EXISTS (SELECT FROM scan)`

/**
 * A box with its whole path, oldest first; null for a label that was neither announced nor read.
 * @param barcode as it is kept: normalised
 */
export async function findBox(site: string, barcode: string): Promise<BoxPath | null> {
  const [row] = await statement<{ path: BoxPath }>('find-box', BOX, [site, barcode])
  return row?.path ?? null
}
