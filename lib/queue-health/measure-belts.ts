import { BELT_LOCKS } from '@/lib/conveyor/own-sorters'
import { statement } from '@/lib/platform/db'
import { BELT_MINUTES, type BeltFacts, type ScannerFacts } from './rules/belt-facts'

/** A box is where it goes long before. */
const DUE_MINUTES = 3
const FULL_SECONDS = 120

/**
 * $1 minutes back, $2 the locks of belts, $3 minutes until a confirmation is due, $4 seconds until a full lane is worth a
 * word. One pass over the decisions of the last minutes, which an index finds, counted by scanner and by sorter.
 */
const MEASURE = `
WITH sorter AS (
  SELECT plan.site_id, drawn->>'id' AS sorter, drawn->>'exceptionLane' AS exception_lane, drawn->'lanes' AS lanes
    FROM conveyor_plan plan, jsonb_array_elements(plan.topology->'sorters') AS drawn
), counted AS (
  SELECT sorter.site_id, sorter.sorter, d.scanner, count(*)::int AS scans,
    count(*) FILTER (WHERE d.because = 'no-read')::int AS no_reads,
    count(*) FILTER (WHERE d.decided_at > now() - interval '1 minute')::int AS last_minute,
    count(*) FILTER (WHERE d.decided_at BETWEEN now() - interval '11 minutes' AND now() - interval '1 minute') / 10.0 AS before,
    extract(epoch FROM now() - max(d.decided_at))::int AS last_seconds,
    count(d.barcode)::int AS reads, count(*) FILTER (WHERE d.action = 'recirculate')::int AS recirculated,
    count(DISTINCT d.order_number) FILTER (WHERE d.action = 'recirculate')::int AS "ordersRecirculated",
    count(*) FILTER (WHERE d.elapsed_micros > d.deadline_ms * 500 AND d.deadline_ms > 0)::int AS slow,
    count(*) FILTER (WHERE d.because = 'too-late')::int AS "tooLate",
    count(DISTINCT d.order_number) FILTER (WHERE d.because = 'too-late')::int AS "ordersTooLate",
    min(d.deadline_ms) FILTER (WHERE d.deadline_ms > 0) AS "deadlineMs",
    count(*) FILTER (WHERE wrong)::int AS "misSorts",
    count(DISTINCT d.order_number) FILTER (WHERE wrong)::int AS "ordersMisSorted",
    count(DISTINCT d.barcode) FILTER (WHERE d.outcome = 'lost')::int AS missing,
    count(DISTINCT d.order_number) FILTER (WHERE d.outcome = 'lost')::int AS "ordersMissing",
    coalesce((array_agg(d.barcode ORDER BY d.decided_at DESC) FILTER (WHERE d.outcome = 'lost'))[1:3], '{}') AS "missingLabels",
    count(*) FILTER (WHERE is_due)::int AS due, count(*) FILTER (WHERE is_due AND d.outcome IN ('diverted', 'missed'))::int AS confirmed,
    count(DISTINCT d.order_number) FILTER (WHERE d.because = 'lane-full')::int AS "ordersLaneFull",
    count(DISTINCT d.order_number) FILTER (WHERE d.because = 'no-owner')::int AS "ordersUnanswered"
  FROM sorter JOIN divert_decision d ON d.site_id = sorter.site_id AND d.sorter = sorter.sorter
   AND d.decided_at > now() - make_interval(mins => $1)
  CROSS JOIN LATERAL (SELECT
    d.barcode IS NOT NULL AND d.outcome = 'diverted' AND d.actual_lane IS NOT NULL AND d.actual_lane IS DISTINCT FROM
      (CASE d.action WHEN 'reject' THEN sorter.exception_lane ELSE d.lane END) AS wrong,
    d.action IN ('divert', 'recirculate') AND d.decided_at < now() - make_interval(mins => $3) AS is_due) judged
  GROUP BY GROUPING SETS ((sorter.site_id, sorter.sorter), (sorter.site_id, sorter.sorter, d.scanner))
)
SELECT sorter.site_id AS site, sorter.sorter, to_jsonb(counted) AS counted,
  EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted AND classid = $2::bigint AND objsubid = 2
    AND objid = (hashtext(sorter.site_id || ' ' || sorter.sorter)::bigint & 4294967295)
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())) AS "isAnswered",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('scanner', s.scanner, 'scans', s.scans, 'noReads', s.no_reads,
      'lastMinute', s.last_minute, 'perMinuteBefore', s.before, 'lastSeconds', s.last_seconds) ORDER BY s.scanner), '[]')
     FROM counted s WHERE s.site_id = sorter.site_id AND s.sorter = sorter.sorter AND s.scanner IS NOT NULL) AS scanners,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('lane', kept.lane, 'seconds', extract(epoch FROM now() - kept.changed_at)::int)
      ORDER BY kept.lane), '[]') FROM conveyor_lane kept
    WHERE kept.site_id = sorter.site_id AND kept.state = 'full' AND kept.changed_at < now() - make_interval(secs => $4)
      AND sorter.lanes @> jsonb_build_array(jsonb_build_object('id', kept.lane))) AS "fullLanes"
FROM sorter LEFT JOIN counted ON counted.site_id = sorter.site_id AND counted.sorter = sorter.sorter AND counted.scanner IS NULL
ORDER BY sorter.site_id, sorter.sorter`

type Counted = Omit<BeltFacts, 'site' | 'sorter' | 'isAnswered' | 'scanners' | 'fullLanes'>
type Row = Pick<BeltFacts, 'site' | 'sorter' | 'isAnswered' | 'fullLanes'> & {
  counted: Counted | null
  scanners: ScannerFacts[]
}

/** A sorter that nothing was scanned on. */
const NOTHING: Counted = {
  ...{ scans: 0, reads: 0, recirculated: 0, ordersRecirculated: 0, slow: 0, tooLate: 0, ordersTooLate: 0 },
  ...{ deadlineMs: null, misSorts: 0, ordersMisSorted: 0, missing: 0, ordersMissing: 0, missingLabels: [] },
  ...{ due: 0, confirmed: 0, ordersLaneFull: 0, ordersUnanswered: 0 },
}

/** How every sorter of every site did within the last quarter of an hour, in one statement. */
export async function measureBelts(): Promise<BeltFacts[]> {
  const rows = await statement<Row>('measure-belts', MEASURE, [
    BELT_MINUTES,
    BELT_LOCKS,
    DUE_MINUTES,
    FULL_SECONDS,
  ])
  return rows.map(({ counted, ...row }) => ({ ...NOTHING, ...counted, ...row }))
}
