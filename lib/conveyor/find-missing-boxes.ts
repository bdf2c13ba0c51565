import { statement } from '@/lib/platform/db'
import { announceBoxes } from './announce-boxes'
import { missingAfterMs } from './rules/geometry'
import { topologySchema } from './topology-schema'

/**
 * $1 to $3: sorters, and after how many ms one of their boxes is missing. A box is searched only where a later one of its
 * sorter was confirmed, within the hour: of a sorter that confirms nothing, or nothing any more, silence says nothing.
 * A box that was missing and was scanned after that has come around: its divert missed it.
 */
const FIND = `
WITH hears AS (
  SELECT s.*, (SELECT max(decided_at) FROM (SELECT decided_at FROM divert_decision d
      WHERE d.site_id = s.site_id AND d.sorter = s.sorter AND d.decided_at > now() - interval '1 hour'
        AND d.outcome IN ('diverted', 'missed') ORDER BY d.decided_at DESC LIMIT 1) latest) AS heard_until
    FROM unnest($1::text[], $2::text[], $3::float8[]) AS s(site_id, sorter, missing_ms)
), missing AS (
  SELECT d.id FROM hears JOIN divert_decision d ON d.site_id = hears.site_id AND d.sorter = hears.sorter
     AND d.outcome IS NULL AND d.action IN ('divert', 'recirculate') AND d.barcode IS NOT NULL
     AND d.decided_at > now() - interval '1 day'
     AND d.decided_at < heard_until AND d.decided_at < now() - missing_ms * interval '1 millisecond'
   WHERE NOT EXISTS (SELECT FROM divert_decision later
                      WHERE later.site_id = d.site_id AND later.barcode = d.barcode AND later.decided_at > d.decided_at)
), lost AS (
  UPDATE divert_decision d SET outcome = 'lost', confirmed_at = now() FROM missing
   WHERE d.id = missing.id AND d.outcome IS NULL RETURNING d.site_id, d.barcode
), gone AS (
  UPDATE conveyor_box box SET state = 'lost', changed_at = now() FROM lost
   WHERE box.site_id = lost.site_id AND box.barcode = lost.barcode AND box.state = 'expected'
  RETURNING box.site_id, box.barcode
), seen AS (
  SELECT DISTINCT d.id, d.site_id, d.barcode FROM hears
    JOIN divert_decision d ON d.site_id = hears.site_id AND d.sorter = hears.sorter AND d.outcome = 'lost'
     AND d.decided_at > now() - interval '1 day'
    JOIN divert_decision later ON later.site_id = d.site_id AND later.barcode = d.barcode AND later.decided_at > d.confirmed_at
), found AS (
  UPDATE divert_decision d SET outcome = 'missed', confirmed_at = now() FROM seen WHERE d.id = seen.id AND d.outcome = 'lost'
  RETURNING d.site_id, d.barcode
), back AS (
  UPDATE conveyor_box box SET state = 'expected', changed_at = now() FROM found
   WHERE box.site_id = found.site_id AND box.barcode = found.barcode AND box.state = 'lost' RETURNING box.site_id, box.barcode
)
SELECT site_id AS site, array_agg(barcode) AS barcodes, count(*) FILTER (WHERE is_gone)::int AS missing,
       count(*) FILTER (WHERE NOT is_gone)::int AS found
  FROM (SELECT *, true AS is_gone FROM gone UNION ALL SELECT *, false FROM back) AS changed GROUP BY site_id`

type Changed = { site: string; barcodes: string[]; missing: number; found: number }

/**
 * Looks for boxes that went under a scanner and were not heard of since, half as long again as their whole way takes: they
 * are lost until they are seen. A later confirmation finds a box again, and so does a later scan. One statement; done
 * twice, it changes nothing.
 */
export async function findMissingBoxes(): Promise<{ missing: number; found: number }> {
  const drawings = await statement<{ site: string; topology: unknown }>(
    'drawings-to-search',
    'SELECT site_id AS site, topology FROM conveyor_plan',
    [],
  )
  const sorters = drawings.flatMap(({ site, topology }) =>
    topologySchema
      .parse(topology)
      .sorters.map((sorter) => ({ site, id: sorter.id, missingMs: missingAfterMs(sorter) })),
  )
  const changed = await statement<Changed>('find-missing-boxes', FIND, [
    sorters.map(({ site }) => site),
    sorters.map(({ id }) => id),
    sorters.map(({ missingMs }) => missingMs),
  ])
  for (const { site, barcodes } of changed) announceBoxes(site, barcodes)
  return {
    missing: changed.reduce((sum, { missing }) => sum + missing, 0),
    found: changed.reduce((sum, { found }) => sum + found, 0),
  }
}
