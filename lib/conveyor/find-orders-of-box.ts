import { statement } from '@/lib/platform/db'
import { normaliseLabel } from './rules/normalise-label'

/** By the primary key at every site that is asked for. */
const FIND = `
SELECT DISTINCT order_number AS number FROM site JOIN conveyor_box box ON box.site_id = site.id AND box.barcode = $1
 WHERE order_number IS NOT NULL AND ($2::text[] IS NULL OR site.id = ANY ($2))`

/** The orders whose tote or parcel bears a label, however it was scanned. */
export async function findOrdersOfBox(label: string, siteIds: readonly string[] | 'all'): Promise<string[]> {
  const rows = await statement<{ number: string }>('find-orders-of-box', FIND, [
    normaliseLabel(label),
    siteIds === 'all' ? null : siteIds,
  ])
  return rows.map(({ number }) => number)
}
