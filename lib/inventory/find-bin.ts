import { statement } from '@/lib/platform/db'
import { type BinPage, binPageSchema } from './stow-schema'

/**
 * A bin of a site by its code: where it is, what lies in it, what room is kept for whom, and what moved here since the site's
 * midnight; null when there is none. One query.
 */
export async function findBin(code: string, site: string): Promise<BinPage | null> {
  const [row] = await statement<{ bin: unknown }>('find-bin', FIND, [site, code])
  return row ? binPageSchema.parse(row.bin) : null
}

const FIND = `
SELECT jsonb_build_object('bin', bin.code, 'site', bin.site_id, 'aisle', aisle.code, 'side', bin.side, 'bay', bin.bay,
  'level', bin.level, 'xMetres', bin.x_metres, 'yMetres', bin.y_metres, 'zone', zone.code, 'temperatureZone', zone.temperature_zone,
  'volumeMl', bin.volume_ml, 'maxWeightGrams', bin.max_weight_grams, 'widthMetres', bin.width_metres,
  'depthMetres', bin.depth_metres, 'heightMetres', bin.height_metres, 'pickHeightMetres', bin.pick_height_metres,
  'state', bin.state, 'stateReason', bin.state_reason,
  'usedVolumeMl', content.volume, 'usedWeightGrams', content.weight, 'fillPercent', round(100.0 * content.volume / bin.volume_ml, 1),
  'reservedVolumeMl', kept.volume, 'reservedPercent', round(100.0 * kept.volume / bin.volume_ml, 1),
  'content', content.items, 'reserved', kept.items, 'movedToday', today.sums) AS bin
  FROM bin JOIN aisle ON aisle.id = bin.aisle_id JOIN zone ON zone.id = aisle.zone_id JOIN site ON site.id = bin.site_id
 CROSS JOIN LATERAL (
   SELECT coalesce(sum(line.on_hand::bigint * product.volume_ml), 0) AS volume,
          coalesce(sum(line.on_hand::bigint * product.weight_grams), 0) AS weight,
          coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('sku', line.sku, 'name', product.name, 'onHand', line.on_hand,
            'held', line.held, 'lot', nullif(line.lot, ''), 'expiresOn', line.expires_on)) ORDER BY line.sku, line.lot), '[]') AS items
     FROM stock_line line JOIN product ON product.sku = line.sku WHERE line.bin_id = bin.id AND line.on_hand > 0) content
 CROSS JOIN LATERAL (
   SELECT coalesce(sum(load.volume_ml::bigint), 0) AS volume,
          coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('stowId', load.stow_order_id, 'sku', load.sku, 'quantity', load.quantity,
            'lot', nullif(load.lot, ''), 'keptUntil', to_char(load.kept_until AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
            ORDER BY load.id), '[]') AS items
     FROM stow_load load WHERE load.bin_id = bin.id AND load.state = 'open' AND load.kept_until > now()) kept
 CROSS JOIN LATERAL (
   SELECT jsonb_build_object('entries', count(*), 'in', coalesce(sum(quantity) FILTER (WHERE quantity > 0), 0),
            'out', coalesce(-sum(quantity) FILTER (WHERE quantity < 0), 0)) AS sums
     FROM ledger_entry WHERE bin_id = bin.id
      AND observed_at >= date_trunc('day', now() AT TIME ZONE site.time_zone) AT TIME ZONE site.time_zone) today
 WHERE bin.site_id = $1 AND bin.code = $2`
