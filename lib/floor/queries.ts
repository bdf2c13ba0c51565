import { statement } from '@/lib/platform/db'
import { type Bin, binSchema } from './schema'

/** A bin of a site with what lies in it, by its code; null when there is none. One query. */
export async function findBin(code: string, site: string): Promise<Bin | null> {
  const [row] = await statement<{ bin: unknown }>(
    'find-bin',
    `SELECT jsonb_build_object('bin', bin.code, 'site', bin.site_id, 'aisle', aisle.code, 'side', bin.side, 'bay', bin.bay,
       'level', bin.level, 'xMetres', bin.x_metres, 'yMetres', bin.y_metres, 'temperatureZone', zone.temperature_zone,
       'volumeMl', bin.volume_ml, 'maxWeightGrams', bin.max_weight_grams,
       'content', (SELECT coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('sku', stock.sku, 'name', product.name,
                      'onHand', stock.on_hand, 'held', stock.held, 'lot', nullif(stock.lot, ''),
                      'expiresOn', stock.expires_on)) ORDER BY stock.sku, stock.lot), '[]')
                     FROM stock_line stock JOIN product ON product.sku = stock.sku
                    WHERE stock.bin_id = bin.id AND stock.on_hand > 0)) AS bin
       FROM bin JOIN aisle ON aisle.id = bin.aisle_id JOIN zone ON zone.id = aisle.zone_id
      WHERE bin.site_id = $1 AND bin.code = $2`,
    [site, code],
  )
  return row ? binSchema.parse(row.bin) : null
}
