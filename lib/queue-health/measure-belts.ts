import { BELT_LOCKS } from '@/lib/conveyor/own-sorters'
import { statement } from '@/lib/platform/db'
import { BELT_MINUTES, type BeltFacts, type ScannerFacts } from './rules/belt-facts'

/** A box is where it goes long before. */
const DUE_MINUTES = 3
const FULL_SECONDS = 120

/**
 * $1 minutes back, $2 the locks of belts, $3 minutes until a confirmation is due, $4 seconds until a full lane is worth a
 * word. The decisions of the last minutes, which an index finds, are read twice: counted by scanner, and those in trouble
 * by their orders. In one pass, all of them would be sorted to tell orders apart, or written out.
 */
const MEASURE = `
WITH sorter AS (
  SELECT plan.site_id, drawn->>'id' AS sorter, drawn->>'exceptionLane' AS exception_lane, drawn->'lanes' AS lanes
    FROM conveyor_plan plan, jsonb_array_elements(plan.topology->'sorters') AS drawn
), recent AS NOT MATERIALIZED (
  SELECT d.*, d.barcode IS NOT NULL AND d.outcome = 'diverted' AND d.actual_lane IS NOT NULL AND d.actual_lane IS DISTINCT FROM
      CASE d.action WHEN 'reject' THEN (SELECT exception_lane FROM sorter s WHERE s.site_id = d.site_id AND s.sorter = d.sorter)
        ELSE d.lane END AS is_mis_sort,
    d.action IN ('divert', 'recirculate') AND d.decided_at < now() - make_interval(mins => $3) AS is_due
  FROM divert_decision d WHERE d.decided_at > now() - make_interval(mins => $1)
), counts AS MATERIALIZED (
  SELECT site_id, sorter, scanner, count(*)::int AS scans, count(barcode)::int AS reads,
    count(*) FILTER (WHERE because = 'no-read')::int AS "noReads",
    count(*) FILTER (WHERE decided_at > now() - interval '1 minute')::int AS "lastMinute",
    count(*) FILTER (WHERE decided_at BETWEEN now() - interval '11 minutes' AND now() - interval '1 minute') / 10.0 AS "perMinuteBefore",
    extract(epoch FROM now() - max(decided_at))::int AS "lastSeconds",
    count(*) FILTER (WHERE action = 'recirculate')::int AS recirculated,
    count(*) FILTER (WHERE elapsed_micros > deadline_ms * 500 AND deadline_ms > 0)::int AS slow,
    count(*) FILTER (WHERE because = 'too-late')::int AS "tooLate",
    min(deadline_ms) FILTER (WHERE deadline_ms > 0) AS "deadlineMs",
    count(*) FILTER (WHERE is_mis_sort)::int AS "misSorts", count(*) FILTER (WHERE is_due)::int AS due,
    count(*) FILTER (WHERE is_due AND outcome IN ('diverted', 'missed'))::int AS confirmed
  FROM recent GROUP BY site_id, sorter, scanner
), trouble AS (
  SELECT site_id, sorter, count(DISTINCT barcode) FILTER (WHERE outcome = 'lost')::int AS missing,
    coalesce((array_agg(barcode ORDER BY decided_at DESC) FILTER (WHERE outcome = 'lost'))[1:3], '{}') AS "missingLabels",
    count(DISTINCT order_number) FILTER (WHERE outcome = 'lost')::int AS "ordersMissing",
    count(DISTINCT order_number) FILTER (WHERE action = 'recirculate')::int AS "ordersRecirculated",
    count(DISTINCT order_number) FILTER (WHERE because = 'too-late')::int AS "ordersTooLate",
    count(DISTINCT order_number) FILTER (WHERE is_mis_sort)::int AS "ordersMisSorted",
    count(DISTINCT order_number) FILTER (WHERE because = 'lane-full')::int AS "ordersLaneFull",
    count(DISTINCT order_number) FILTER (WHERE because = 'no-owner')::int AS "ordersUnanswered"
  FROM recent
  WHERE outcome = 'lost' OR action = 'recirculate' OR because IN ('too-late', 'lane-full', 'no-owner') OR is_mis_sort
  GROUP BY site_id, sorter
)
SELECT sorter.site_id AS site, sorter.sorter, to_jsonb(trouble) AS trouble,
  EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted AND classid = $2::bigint AND objsubid = 2
    AND objid = (hashtext(sorter.site_id || ' ' || sorter.sorter)::bigint & 4294967295)
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())) AS "isAnswered",
  (SELECT coalesce(jsonb_agg(counts ORDER BY scanner), '[]') FROM counts
    WHERE counts.site_id = sorter.site_id AND counts.sorter = sorter.sorter) AS scanners,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('lane', kept.lane, 'seconds', extract(epoch FROM now() - kept.changed_at)::int)
      ORDER BY kept.lane), '[]') FROM conveyor_lane kept
    WHERE kept.site_id = sorter.site_id AND kept.state = 'full' AND kept.changed_at < now() - make_interval(secs => $4)
      AND sorter.lanes @> jsonb_build_array(jsonb_build_object('id', kept.lane))) AS "fullLanes"
FROM sorter LEFT JOIN trouble USING (site_id, sorter) ORDER BY sorter.site_id, sorter.sorter`

type Sums = Pick<
  BeltFacts,
  'scans' | 'reads' | 'recirculated' | 'slow' | 'tooLate' | 'misSorts' | 'due' | 'confirmed'
>
type Counted = ScannerFacts & Sums & { deadlineMs: number | null }
type Trouble = Omit<
  BeltFacts,
  keyof Sums | 'site' | 'sorter' | 'isAnswered' | 'scanners' | 'fullLanes' | 'deadlineMs'
>
type Row = Pick<BeltFacts, 'site' | 'sorter' | 'isAnswered' | 'fullLanes'> & {
  trouble: Trouble | null
  scanners: Counted[]
}

const NONE: Trouble = {
  ...{ missing: 0, missingLabels: [], ordersMissing: 0, ordersRecirculated: 0, ordersTooLate: 0 },
  ...{ ordersMisSorted: 0, ordersLaneFull: 0, ordersUnanswered: 0 },
}

/** How every sorter of every site did within the last quarter of an hour, in one statement. */
export async function measureBelts(): Promise<BeltFacts[]> {
  const rows = await statement<Row>('measure-belts', MEASURE, [
    BELT_MINUTES,
    BELT_LOCKS,
    DUE_MINUTES,
    FULL_SECONDS,
  ])
  return rows.map(({ trouble, ...row }) => ({ ...NONE, ...trouble, ...row, ...sumsOf(row.scanners) }))
}

function sumsOf(scanners: Counted[]): Sums & { deadlineMs: number | null } {
  const sum = (what: keyof Sums): number => scanners.reduce((total, counted) => total + counted[what], 0)
  const deadlines = scanners.flatMap(({ deadlineMs }) => deadlineMs ?? [])
  return {
    ...{ scans: sum('scans'), reads: sum('reads'), recirculated: sum('recirculated'), slow: sum('slow') },
    ...{ tooLate: sum('tooLate'), misSorts: sum('misSorts'), due: sum('due'), confirmed: sum('confirmed') },
    deadlineMs: deadlines.length === 0 ? null : Math.min(...deadlines),
  }
}
