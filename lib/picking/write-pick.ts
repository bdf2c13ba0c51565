import type { PoolClient } from 'pg'
import type { TourRow } from './change-tour'
import type { ConfirmedStop } from './lock-stops'

/** The stop as it is after the pick, and the picker at its bin. */
export async function writePick(
  client: PoolClient,
  tour: TourRow,
  stop: ConfirmedStop,
  now: Date,
): Promise<void> {
  await client.query({
    name: 'write-pick',
    text: `UPDATE tour_stop SET picked = $3, state = $4::tour_stop_state, done_at = CASE WHEN $4 = 'open' THEN done_at ELSE $5::timestamptz END
      WHERE tour_id = $1 AND seq = $2`,
    values: [tour.id, stop.seq, stop.picked, stop.state, now],
  })
  if (tour.state === 'walking')
    await client.query({
      name: 'place-picker',
      text: 'UPDATE tour SET at_x_metres = $2, at_y_metres = $3 WHERE id = $1',
      values: [tour.id, stop.xMetres, stop.yMetres],
    })
}
