import type { PoolClient } from 'pg'
import type { Ground } from './lay-rest'
import type { ConfirmedStop } from './lock-stops'
import type { BinPlace } from './read-hall'

/** A stock line with units for a stop that is short: free ones, and ones held for its order that no stop fetches. */
export type Alternate = BinPlace & {
  id: number
  binId: number
  expiresOn: string | null
  free: number
  spare: number
  reach: number
}

/**
 * Where else the missing units of a stop could be had, its stock lines locked by id: the first lot to expire that has any,
 * and bins with all of them where there are such. Not where somebody found less than the book says.
 */
export async function findAlternates(
  client: PoolClient,
  { tour, rules }: Ground,
  stop: ConfirmedStop,
  { missing, today }: { missing: number; today: string },
): Promise<Alternate[]> {
  await client.query(
    'SELECT 1 FROM stock_line WHERE site_id = $1 AND sku = $2 ORDER BY id FOR NO KEY UPDATE',
    [tour.site_id, stop.sku],
  )
  const { rows } = await client.query<Omit<Alternate, 'reach'>>(
    `SELECT line.id, line.bin_id AS "binId", aisle.code AS aisle, bin.x_metres AS "xMetres", bin.y_metres AS "yMetres",
            to_char(line.expires_on, 'YYYY-MM-DD') AS "expiresOn", line.on_hand - line.held AS free,
            CASE WHEN EXISTS (SELECT 1 FROM pick_act WHERE order_number = $4 AND is_owed) THEN 0 ELSE
            greatest(0, coalesce((SELECT sum(quantity) FROM stock_hold WHERE stock_line_id = line.id AND order_number = $4 AND state = 'held'), 0)
              - coalesce((SELECT sum(quantity - picked) FROM tour_stop WHERE tour_id = $5 AND stock_line_id = line.id
                             AND order_number = $4 AND state = 'open'), 0))::int END AS spare
       FROM stock_line line JOIN bin ON bin.id = line.bin_id JOIN aisle ON aisle.id = bin.aisle_id
      WHERE line.site_id = $1 AND line.sku = $2 AND line.bin_id <> $3
        AND NOT EXISTS (SELECT 1 FROM stock_count count WHERE count.site_id = line.site_id AND count.state = 'open' AND count.is_owed
                           AND count.bin_id = line.bin_id AND (count.sku IS NULL OR count.sku = line.sku))
      ORDER BY line.id`,
    [tour.site_id, stop.sku, stop.binId, stop.orderNumber, tour.id],
  )
  const there = rows
    .map((line) => ({ ...line, reach: Math.max(0, line.free) + line.spare }))
    .filter((line) => line.reach > 0 && (line.expiresOn === null || line.expiresOn >= today))
  const expiryOf = (line: Alternate) => line.expiresOn ?? '9999'
  const first = there.map(expiryOf).sort()[0]
  const lot = rules.isFefo ? there.filter((line) => expiryOf(line) === first) : there
  const whole = lot.filter(({ reach }) => reach >= missing)
  if (whole.length > 0) return whole
  const most = Math.max(0, ...lot.map(({ reach }) => reach))
  return lot.filter(({ reach }) => reach === most)
}

/** The promise of the missing units goes to the bin that replaces theirs; what nobody has is lost to the order. */
export async function moveShortHold(
  client: PoolClient,
  stop: ConfirmedStop,
  to: Alternate | undefined,
  { missing, replaced }: { missing: number; replaced: number },
): Promise<void> {
  const { rows: holds } = await client.query<{ id: string; quantity: number }>(
    `SELECT id::text, quantity FROM stock_hold WHERE order_number = $1 AND stock_line_id = $2 AND state = 'held' ORDER BY id`,
    [stop.orderNumber, stop.stockLineId],
  )
  // Units of other open stops on this line are theirs; what was confirmed already and is still owed to the ledger is too.
  let left = missing
  for (const { id, quantity } of holds) {
    const units = Math.min(left, quantity)
    if (units === 0) break
    left -= units
    await client.query(
      units === quantity
        ? 'DELETE FROM stock_hold WHERE id = $1'
        : 'UPDATE stock_hold SET quantity = quantity - $2 WHERE id = $1',
      units === quantity ? [id] : [id, units],
    )
  }
  await client.query('UPDATE stock_line SET held = held - $2 WHERE id = $1', [
    stop.stockLineId,
    missing - left,
  ])
  const fresh = Math.max(0, replaced - (to?.spare ?? 0))
  if (to && fresh > 0) {
    await client.query('UPDATE stock_line SET held = held + $2 WHERE id = $1', [to.id, fresh])
    await client.query(
      'INSERT INTO stock_hold (order_number, line_number, stock_line_id, quantity) VALUES ($1, $2, $3, $4)',
      [stop.orderNumber, stop.lineNumber, to.id, fresh],
    )
  }
  if (missing > replaced)
    await client.query(
      `INSERT INTO stock_hold (order_number, line_number, stock_line_id, quantity, state) VALUES ($1, $2, $3, $4, 'lost')`,
      [stop.orderNumber, stop.lineNumber, stop.stockLineId, missing - replaced],
    )
}
