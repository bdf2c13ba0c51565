import { statement } from '@/lib/platform/db'
import { logger } from '@/lib/platform/logger'
import { announce } from '@/lib/platform/realtime'
import { cancelStops } from './cancel-stops'
import { endLapsedTour } from './end-lapsed-tour'
import { listChanged } from './events'
import { reRouteTours } from './re-route-tour'
import { recordOwedPicks } from './record-owed-picks'

export type Swept = { told: number; freed: number; reRouted: number; closed: number; waitingAgain: number }

/**
 * Puts right what nobody did: picks that a death left owed are told to the ledger, tours past their lease are free again,
 * tours whose hall has changed are re-routed, stops of cancelled orders leave their tours, lists of which nothing is left
 * are closed, and those that wait for units are open again when there are some. Done twice, it changes nothing.
 */
export async function sweepTours(now: Date): Promise<Swept> {
  const owing = await statement<{ id: string }>(
    'tours-owing',
    'SELECT DISTINCT tour_id AS id FROM pick_act WHERE is_owed',
    [],
  )
  for (const { id } of owing) await recordOwedPicks(id)
  const lapsed = await statement<{ id: string }>(
    'lapsed-tours',
    `SELECT id FROM tour WHERE state = 'walking' AND lease_until < $1`,
    [now],
  )
  let freed = 0
  for (const { id } of lapsed) if (await endLapsedTour(id, now)) freed++
  await cancelStops(now)
  const { reRouted } = await reRouteTours(null, now)
  const closed = await closeEmptyLists(now)
  const waitingAgain = await reopenWaiting()
  const swept = { told: owing.length, freed, reRouted, closed, waitingAgain }
  if (freed > 0) logger.info(swept, 'tours past their lease are free again')
  return swept
}

type ListRow = { id: string; site: string; version: number }

/** Open lists of which nothing is held any more: late picks took it all, or it was lost or released. */
async function closeEmptyLists(now: Date): Promise<number> {
  const rows = await statement<ListRow>(
    'close-empty-lists',
    `UPDATE pick_list list SET version = list.version + 1, closed_at = $1, state = (CASE
         WHEN orders.status = 'cancelled' THEN 'cancelled'
         WHEN EXISTS (SELECT 1 FROM stock_hold hold WHERE hold.order_number = orders.number AND hold.state = 'lost') THEN 'short'
         ELSE 'picked' END)::pick_list_state
       FROM orders
      WHERE orders.number = list.order_number AND list.state = 'open'
        AND NOT EXISTS (SELECT 1 FROM stock_hold hold WHERE hold.order_number = orders.number AND hold.state = 'held')
        AND NOT EXISTS (SELECT 1 FROM pick_act act WHERE act.order_number = orders.number AND act.is_owed)
      RETURNING list.id, list.site_id AS site, list.version`,
    [now],
  )
  tell(rows)
  return rows.length
}

/**
 * Lost units of orders that wait for them are held anew as soon as a bin has them all; their lists are open again. One
 * order of a SKU and bin at a time: the next comes with the next sweep.
 */
async function reopenWaiting(): Promise<number> {
  const rows = await statement<ListRow>(
    'reopen-waiting-lists',
    `WITH lost AS (
       SELECT hold.id, hold.order_number, hold.quantity, line.site_id, line.sku, list.id AS list_id, list.due_at
         FROM pick_list list JOIN picking_rules rules ON rules.site_id = list.site_id AND rules.on_short = 'wait'
         JOIN orders ON orders.number = list.order_number AND orders.status IN ('placed', 'picking', 'packed')
         JOIN stock_hold hold ON hold.order_number = list.order_number AND hold.state = 'lost'
         JOIN stock_line line ON line.id = hold.stock_line_id
        WHERE list.state = 'short'
          -- Whoever cancels an order or gives its lost units up has its row; both are looked at again under their locks.
          FOR SHARE OF orders SKIP LOCKED FOR UPDATE OF hold SKIP LOCKED
     ), place AS (
       SELECT DISTINCT ON (there.id) lost.*, there.id AS line_id
         FROM lost CROSS JOIN LATERAL (
           SELECT line.id FROM stock_line line WHERE line.site_id = lost.site_id AND line.sku = lost.sku
              AND line.on_hand - line.held >= lost.quantity
              AND NOT EXISTS (SELECT 1 FROM stock_count count WHERE count.state = 'open' AND count.is_owed AND count.bin_id = line.bin_id
                                 AND (count.sku IS NULL OR count.sku = line.sku))
            ORDER BY line.expires_on NULLS LAST, line.id LIMIT 1) there
        ORDER BY there.id, lost.due_at, lost.id
     ), held AS (
       UPDATE stock_line SET held = held + place.quantity FROM place
        WHERE stock_line.id = place.line_id AND stock_line.on_hand - stock_line.held >= place.quantity RETURNING stock_line.id
     ), moved AS (
       UPDATE stock_hold SET state = 'held', stock_line_id = place.line_id FROM place JOIN held ON held.id = place.line_id
        WHERE stock_hold.id = place.id RETURNING place.list_id
     )
     UPDATE pick_list SET state = 'open', closed_at = NULL, version = version + 1 WHERE id IN (SELECT list_id FROM moved)
     RETURNING id, site_id AS site, version`,
    [],
  )
  tell(rows)
  return rows.length
}

function tell(rows: ListRow[]): void {
  for (const { id, site, version } of rows)
    announce({ site, topic: 'picks', event: listChanged, id, version })
}
