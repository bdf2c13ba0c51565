import { statement } from '@/lib/platform/db'
import type { BinPlace } from './read-hall'

/** Where a picker will be by the time that a new tour gets there is not known farther ahead. */
const STOPS_AHEAD = 3

/** The bins at which the tours that are walked at a site stop next: their aisles are crowded. */
export async function readCrowdedBins(siteId: string): Promise<BinPlace[]> {
  return statement<BinPlace>(
    'crowded-bins',
    `SELECT aisle.code AS aisle, bin.x_metres AS "xMetres", bin.y_metres AS "yMetres"
       FROM tour CROSS JOIN LATERAL (SELECT bin_id FROM tour_stop
              WHERE tour_id = tour.id AND state = 'open' ORDER BY position, seq LIMIT $2) next
       JOIN bin ON bin.id = next.bin_id JOIN aisle ON aisle.id = bin.aisle_id
      WHERE tour.site_id = $1 AND tour.state = 'walking'`,
    [siteId, STOPS_AHEAD],
  )
}
