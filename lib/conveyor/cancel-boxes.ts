import { statement } from '@/lib/platform/db'
import { announceBoxes } from './announce-boxes'

/** A day is far more than any night shift is away; the orders are in a partial index, so a look costs what it finds. */
const CANCEL = `
WITH cancelled AS (
  UPDATE conveyor_box box SET state = 'cancelled', changed_at = now() FROM orders
   WHERE orders.status = 'cancelled' AND orders.closed_at > now() - interval '1 day'
     AND box.order_number = orders.number AND box.site_id = orders.site_id AND box.state <> 'cancelled'
  RETURNING box.site_id, box.barcode
)
SELECT site_id AS site, array_agg(barcode) AS barcodes FROM cancelled GROUP BY site_id`

/** Sends the boxes of orders that were cancelled to the exceptions; done twice, it changes nothing. */
export async function cancelBoxes(): Promise<{ cancelled: number }> {
  const changed = await statement<{ site: string; barcodes: string[] }>('cancel-boxes', CANCEL, [])
  for (const { site, barcodes } of changed) announceBoxes(site, barcodes)
  return { cancelled: changed.reduce((sum, { barcodes }) => sum + barcodes.length, 0) }
}
