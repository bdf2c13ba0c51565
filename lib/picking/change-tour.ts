import type { PoolClient } from 'pg'
import { inTransaction } from '@/lib/platform/in-transaction'
import { announce } from '@/lib/platform/realtime'
import { wakeNightShift } from '@/lib/platform/wake-night-shift'
import { tourChanged } from './events'
import type { Station } from './read-hall'

export type TourRow = {
  id: string
  site_id: string
  state: 'walking' | 'done' | 'given-back'
  version: number
  picker_id: string
  picker_name: string
  started_at: Date
  lease_until: Date
  plan_version: number
  start: Station
  end: Station
  at_x_metres: number
  at_y_metres: number
}
type Changed<Result> = { isChanged: boolean; result: Result }

/**
 * Changes a tour: one change at a time, all of it or nothing. What changed something counts the tour's version up, ends it
 * when no stop is open any more, and is told to the screens after the commit.
 * @returns null when there is no such tour
 */
export async function changeTour<Result>(
  tourId: string,
  change: (client: PoolClient, tour: TourRow) => Promise<Changed<Result>>,
): Promise<{ result: Result; version: number } | null> {
  const changed = await inTransaction(async (client) => {
    // Without a name: kept prepared, * would fail on a column that a migration adds meanwhile.
    const { rows } = await client.query<TourRow>('SELECT * FROM tour WHERE id = $1 FOR UPDATE', [tourId])
    const [tour] = rows
    if (!tour) return null
    const { isChanged, result } = await change(client, tour)
    if (!isChanged) return { site: tour.site_id, isChanged, result, version: tour.version }
    const { rows: after } = await client.query<{ version: number }>({
      name: 'count-tour-up',
      text: `UPDATE tour SET version = version + 1, state = CASE WHEN is_over THEN 'done' ELSE tour.state END,
              ended_at = CASE WHEN is_over THEN now() ELSE ended_at END
         FROM (SELECT state = 'walking' AND NOT EXISTS (SELECT 1 FROM tour_stop WHERE tour_id = $1 AND state = 'open') AS is_over
                 FROM tour WHERE id = $1) rest
        WHERE id = $1 RETURNING version`,
      values: [tourId],
    })
    return { site: tour.site_id, isChanged, result, version: after[0]?.version ?? tour.version }
  })
  if (changed === null) return null
  const { site, isChanged, result, version } = changed
  if (isChanged) {
    announce({ site, topic: 'picks', event: tourChanged, id: tourId, version })
    wakeNightShift()
  }
  return { result, version }
}
