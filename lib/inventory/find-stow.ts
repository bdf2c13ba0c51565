import { statement } from '@/lib/platform/db'
import { type Stow, stowSchema } from './stow-schema'

/** A stow and where its units are to go or went, as it stands; null when there is none. */
export async function findStow(stowId: string): Promise<Stow | null> {
  const [row] = await statement<{ stow: unknown }>(
    'find-stow',
    `SELECT jsonb_strip_nulls(jsonb_build_object('stowId', stow.id, 'operationId', stow.operation_id, 'site', stow.site_id,
       'sku', stow.sku, 'name', product.name, 'quantity', stow.quantity, 'lot', nullif(stow.lot, ''), 'expiresOn', stow.expires_on,
       'keptUntil', to_char(stow.kept_until AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
       'bins', (SELECT coalesce(jsonb_agg(jsonb_build_object('loadId', load.id::text, 'bin', bin.code, 'aisle', aisle.code,
                  'side', bin.side, 'bay', bin.bay, 'level', bin.level, 'quantity', load.quantity, 'state', load.state,
                  'because', load.because, 'xMetres', bin.x_metres, 'yMetres', bin.y_metres) ORDER BY load.id), '[]')
                  FROM stow_load load JOIN bin ON bin.id = coalesce(load.stowed_bin_id, load.bin_id)
                  JOIN aisle ON aisle.id = bin.aisle_id
                 WHERE load.stow_order_id = stow.id AND load.quantity > 0))) AS stow
       FROM stow_order stow JOIN product ON product.sku = stow.sku WHERE stow.id = $1`,
    [stowId],
  )
  return row ? stowSchema.parse(row.stow) : null
}
