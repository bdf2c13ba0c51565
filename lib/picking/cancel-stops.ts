import { statement } from '@/lib/platform/db'
import { changeTour } from './change-tour'
import { closeLists } from './close-lists'

/** Open stops of orders that were cancelled leave their tours; done twice, it changes nothing. */
export async function cancelStops(now: Date): Promise<void> {
  const tours = await statement<{ id: string; orders: string[] }>(
    'tours-with-cancelled-orders',
    `SELECT tour.id, array_agg(DISTINCT orders.number) AS orders
       FROM tour JOIN tour_stop stop ON stop.tour_id = tour.id AND stop.state = 'open'
       JOIN orders ON orders.number = stop.order_number AND orders.status = 'cancelled'
      WHERE tour.state = 'walking' GROUP BY tour.id`,
    [],
  )
  for (const { id, orders } of tours)
    await changeTour(id, async (client) => {
      await client.query(
        `UPDATE tour_stop SET state = 'cancelled', done_at = $3 WHERE tour_id = $1 AND order_number = ANY ($2) AND state = 'open'`,
        [id, orders, now],
      )
      await closeLists(client, orders, now)
      return { isChanged: true, result: undefined }
    })
}
