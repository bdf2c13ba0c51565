import type { PoolClient } from 'pg'

/**
 * Closes the lists of these orders of which nothing is left to pick on any walk: `picked`, or `short` when units were lost.
 * @returns the orders whose list was closed
 */
export async function closeLists(client: PoolClient, orderNumbers: string[], now: Date): Promise<string[]> {
  const { rows } = await client.query<{ order_number: string }>({
    name: 'close-lists',
    text: `UPDATE pick_list list SET version = list.version + 1, closed_at = $2, state = (CASE
         WHEN orders.status = 'cancelled' THEN 'cancelled'
         WHEN EXISTS (SELECT 1 FROM stock_hold hold WHERE hold.order_number = orders.number AND hold.state = 'lost') THEN 'short'
         ELSE 'picked' END)::pick_list_state
       FROM orders
      WHERE orders.number = list.order_number AND list.order_number = ANY ($1) AND list.state = 'touring'
        AND NOT EXISTS (SELECT 1 FROM tour_stop stop JOIN tour ON tour.id = stop.tour_id
                         WHERE stop.order_number = list.order_number AND stop.state = 'open' AND tour.state = 'walking')
      RETURNING list.order_number`,
    values: [orderNumbers, now],
  })
  return rows.map((row) => row.order_number)
}
