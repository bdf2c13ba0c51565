import type { PoolClient } from 'pg'

/** Gives back what is held for an order and not picked; what it waited for, it waits for no more. */
export async function releaseHolds(client: PoolClient, orderNumber: string): Promise<void> {
  // In one order with all who lock stock, so that two of them never wait for each other.
  await client.query(
    `SELECT 1 FROM stock_line WHERE id IN (SELECT stock_line_id FROM stock_hold WHERE order_number = $1 AND state = 'held')
      ORDER BY id FOR NO KEY UPDATE`,
    [orderNumber],
  )
  await client.query(
    `WITH released AS (
       UPDATE stock_hold SET state = 'released' WHERE order_number = $1 AND state = 'held' RETURNING stock_line_id, quantity
     )
     UPDATE stock_line SET held = held - freed.quantity
       FROM (SELECT stock_line_id, sum(quantity) AS quantity FROM released GROUP BY stock_line_id) freed
      WHERE stock_line.id = freed.stock_line_id`,
    [orderNumber],
  )
  await giveUpLost(client, orderNumber)
}

/** Nobody waits for the lost units of an order any more. They are in no bin, so no stock line counts them. */
export async function giveUpLost(client: PoolClient, orderNumber: string): Promise<void> {
  await client.query(`UPDATE stock_hold SET state = 'released' WHERE order_number = $1 AND state = 'lost'`, [
    orderNumber,
  ])
}
