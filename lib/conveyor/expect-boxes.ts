import { statement } from '@/lib/platform/db'
import { announceBoxes } from './announce-boxes'
import { normaliseLabel } from './rules/normalise-label'
import type { BoxRequest } from './schema'

export type ExpectedBox = BoxRequest & { tourId?: string }

/**
 * Told twice in one breath, the last word counts. A box that must go elsewhere than before is expected anew; the order of
 * labels is the same for all who write boxes, lest two of them lock each other out.
 */
const EXPECT = `
WITH told AS (
  SELECT DISTINCT ON (barcode) * FROM unnest($2::text[], $3::box_kind[], $4::text[], $5::uuid[], $6::text[], $7::timestamptz[])
    WITH ORDINALITY AS box(barcode, kind, order_number, tour_id, destination, promised_at, place) ORDER BY barcode, place DESC
)
INSERT INTO conveyor_box AS box (site_id, barcode, kind, order_number, tour_id, destination, promised_at, state)
SELECT $1, barcode, kind, order_number, tour_id, destination, promised_at,
       (CASE WHEN orders.status = 'cancelled' THEN 'cancelled' ELSE 'expected' END)::box_state
  FROM told LEFT JOIN orders ON orders.number = order_number AND orders.site_id = $1
 ORDER BY barcode
ON CONFLICT (site_id, barcode) DO UPDATE SET kind = excluded.kind, order_number = excluded.order_number,
    tour_id = coalesce(excluded.tour_id, box.tour_id), destination = excluded.destination, promised_at = excluded.promised_at,
    state = excluded.state, lane = NULL, changed_at = now()
  WHERE $8 AND (box.kind, box.order_number, box.destination, box.promised_at)
    IS DISTINCT FROM (excluded.kind, excluded.order_number, excluded.destination, excluded.promised_at)
RETURNING barcode`

/**
 * Announces boxes to a site's scanners: which labels they may read, and where each must go. Of an order that is cancelled
 * they go to the exceptions from the beginning. One statement; announced again as it is, a box stays as it is.
 * @param corrects whether what is known already is corrected, or stays as somebody else has announced it
 */
export async function expectBoxes(
  site: string,
  boxes: readonly ExpectedBox[],
  { corrects }: { corrects: boolean },
): Promise<{ accepted: number; changed: number }> {
  const column = <Value>(of: (box: ExpectedBox) => Value) => boxes.map(of)
  const changed = await statement<{ barcode: string }>('expect-boxes', EXPECT, [
    site,
    column(({ barcode }) => normaliseLabel(barcode)),
    column(({ kind }) => kind),
    column(({ orderNumber }) => orderNumber ?? null),
    column(({ tourId }) => tourId ?? null),
    column(({ destination }) => destination),
    column(({ promisedAt }) => promisedAt ?? null),
    corrects,
  ])
  announceBoxes(
    site,
    changed.map(({ barcode }) => barcode),
  )
  return { accepted: boxes.length, changed: changed.length }
}
