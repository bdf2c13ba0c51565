import { db, statement } from '@/lib/platform/db'
import type { BoxPath } from './figures-schema'
import { normaliseLabel } from './rules/normalise-label'

/** What the belt did for an order. */
export type BeltFacts = {
  /** Under scanners, in their order; `exceptionLane` of the sorter as it is drawn now. */
  scans: {
    barcode: string
    scanner: string
    scannedAt: string
    action: string
    lane: string | null
    because: string
    outcome: string | null
    actualLane: string | null
    confirmedAt: string | null
    exceptionLane: string | null
  }[]
  parcels: {
    barcode: string
    totes: string[]
    carrier: string
    promisedAt: string | null
    packedBy: string
    packedAt: string
  }[]
}

const PATH = `
SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('barcode', barcode, 'scanner', scanner, 'scannedAt', scanned_at,
          'action', action, 'lane', lane, 'because', because, 'outcome', outcome, 'actualLane', actual_lane, 'confirmedAt', confirmed_at,
          'exceptionLane', (SELECT drawn->>'exceptionLane' FROM conveyor_plan plan, jsonb_array_elements(plan.topology->'sorters') drawn
                             WHERE plan.site_id = d.site_id AND drawn->>'id' = d.sorter)) ORDER BY decided_at), '[]')
          FROM divert_decision d WHERE d.order_number = orders.number AND d.site_id = orders.site_id) AS scans,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('barcode', barcode, 'totes', totes, 'carrier', carrier, 'promisedAt', promised_at,
          'packedBy', packed_by, 'packedAt', packed_at) ORDER BY number), '[]')
          FROM parcel WHERE parcel.order_number = orders.number) AS parcels
  FROM orders WHERE number = $1`

/** The way of an order's boxes, and what was packed of them; what others said of its number at another site is left out. */
export async function findBeltFactsOfOrder(orderNumber: string): Promise<BeltFacts> {
  const [path] = await statement<BeltFacts>('belt-facts-of-order', PATH, [orderNumber])
  return path ?? { scans: [], parcels: [] }
}

/** By the primary key at every site that is asked for. */
const ORDERS = `
SELECT DISTINCT order_number AS number FROM site JOIN conveyor_box box ON box.site_id = site.id AND box.barcode = $1
 WHERE order_number IS NOT NULL AND ($2::text[] IS NULL OR site.id = ANY ($2))`

/** The orders whose tote or parcel bears a label, however it was scanned. */
export async function findOrdersOfBox(label: string, siteIds: readonly string[] | 'all'): Promise<string[]> {
  const rows = await statement<{ number: string }>('find-orders-of-box', ORDERS, [
    normaliseLabel(label),
    siteIds === 'all' ? null : siteIds,
  ])
  return rows.map(({ number }) => number)
}

/** The parcel that a label names, however it was scanned; null when there is none. */
export async function findParcel(label: string) {
  return db.parcel.findUnique({ where: { barcode: normaliseLabel(label) } })
}

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

/** Fewer characters are in too many labels. */
const LEAST_OF_LABEL = 4

/** Announced boxes with a part of their label, those that changed last first; none for less than four characters. */
export async function findBoxesWith(site: string, part: string, limit: number): Promise<KnownBox[]> {
  if (part.length < LEAST_OF_LABEL) return []
  return statement<KnownBox>(
    'find-boxes-with',
    `SELECT barcode, kind AS box, order_number AS "orderNumber" FROM conveyor_box
      WHERE site_id = $1 AND barcode LIKE $2 ORDER BY changed_at DESC LIMIT $3`,
    [site, `%${part.replace(/[%_\\]/g, '\\$&')}%`, limit],
  )
}

type KnownBox = { barcode: string; box: 'tote' | 'parcel'; orderNumber: string | null }
