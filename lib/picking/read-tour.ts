import type { PoolClient } from 'pg'
import { pool } from '@/lib/platform/db'
import { type Tour, tourSchema } from './schema'

const UTC = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`

/** A tour with its stops in walking order; null when there is none. One query. */
export async function readTour(tourId: string, on: Pick<PoolClient, 'query'> = pool): Promise<Tour | null> {
  const { rows } = await on.query<{ tour: unknown }>({
    name: 'read-tour',
    text: `SELECT jsonb_build_object('tourId', tour.id, 'site', tour.site_id, 'state', tour.state, 'version', tour.version,
       'picker', jsonb_build_object('id', picker_id, 'name', picker_name),
       'leaseUntil', to_char(lease_until AT TIME ZONE 'UTC', ${UTC}), 'startedAt', to_char(started_at AT TIME ZONE 'UTC', ${UTC}),
       'walkMetres', walk_metres, 'baselineMetres', baseline_metres, 'lowerBoundMetres', lower_bound_metres,
       'isOptimal', is_optimal, 'start', start, 'end', "end", 'walk', walk,
       'totes', (SELECT jsonb_agg(jsonb_build_object('tote', 'T' || lpad(number::text, 6, '0'), 'orderNumber', order_number,
                   'slot', slot) ORDER BY slot) FROM tour_tote WHERE tour_id = tour.id),
       'stops', (SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('seq', stop.seq, 'bin', bin.code, 'aisle', aisle.code,
                    'side', bin.side, 'bay', bin.bay, 'level', bin.level, 'xMetres', bin.x_metres, 'yMetres', bin.y_metres,
                    'sku', stop.sku, 'gtin', product.gtin, 'name', product.name, 'quantity', stop.quantity, 'picked', stop.picked,
                    'state', stop.state, 'tote', 'T' || lpad(tote.number::text, 6, '0'), 'orderNumber', stop.order_number,
                    'lot', nullif(line.lot, ''), 'expiresOn', to_char(line.expires_on, 'YYYY-MM-DD'))) ORDER BY stop.position, stop.seq)
                   FROM tour_stop stop JOIN bin ON bin.id = stop.bin_id JOIN aisle ON aisle.id = bin.aisle_id
                   JOIN product ON product.sku = stop.sku
                   JOIN tour_tote tote ON tote.tour_id = stop.tour_id AND tote.slot = stop.slot
                   LEFT JOIN stock_line line ON line.id = stop.stock_line_id
                  WHERE stop.tour_id = tour.id)) AS tour
       FROM tour WHERE id = $1`,
    values: [tourId],
  })
  return rows[0] ? tourSchema.parse(rows[0].tour) : null
}
