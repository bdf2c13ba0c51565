import { readOwnEvent } from '@/lib/inventory/read-own-event'
import { recordEvents } from '@/lib/inventory/record-events'
import { statement } from '@/lib/platform/db'
import { logger } from '@/lib/platform/logger'

type Picked = {
  tour: string
  seq: number
  site: string
  sku: string
  quantity: number
  lot: string
  expiresOn: string | null
}

const PICKED = `
SELECT stop.tour_id AS tour, stop.seq, orders.site_id AS site, stop.sku, stop.picked AS quantity, coalesce(line.lot, '') AS lot,
       to_char(line.expires_on, 'YYYY-MM-DD') AS "expiresOn"
  FROM tour_stop stop JOIN orders ON orders.number = stop.order_number AND orders.status = 'cancelled'
  LEFT JOIN stock_line line ON line.id = stop.stock_line_id
 WHERE stop.order_number = $1 AND stop.picked > 0 ORDER BY stop.tour_id, stop.seq`

/**
 * Books what was picked for a cancelled order back to the dock, where its totes go, as `returned` events named after tour and
 * stop: told again they are duplicates. From the dock it is stowed like any arrival; nobody chooses a bin twice.
 * @returns whether the ledger knows; while it is full, it does not
 */
export async function returnPicked(orderNumber: string, now: Date): Promise<{ isTold: boolean }> {
  const picked = await statement<Picked>('picked-for-cancelled-order', PICKED, [orderNumber])
  const [first] = picked
  if (!first) return { isTold: true }
  const facts = picked.map((stop) => factOf(stop, orderNumber, now))
  const recording = await recordEvents(facts, [], { siteIds: [first.site] })
  if ('outcome' in recording) return { isTold: false }
  for (const { id, reason } of recording.rejected)
    logger.error({ id, reason }, 'the ledger did not take back a pick; it lies in the dead letters')
  return { isTold: true }
}

function factOf({ tour, seq, site, sku, quantity, lot, expiresOn }: Picked, orderNumber: string, now: Date) {
  const reason = `Order ${orderNumber} was cancelled`
  const data = { site, sku, quantity, reason, observedAt: now.toISOString() }
  return readOwnEvent(
    {
      ...{ source: 'stowline/cancelled', id: `${tour}/${seq}`, subject: sku },
      type: 'stowline.inventory.returned.v1',
      data: { ...data, ...(lot ? { lot } : {}), ...(lot && expiresOn ? { expiresOn } : {}) },
    },
    now,
  )
}
