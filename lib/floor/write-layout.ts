import type { PoolClient } from 'pg'
import type { LayoutChange } from './rules/compare-layouts'
import type { Layout, LayoutBin, LayoutBlock } from './schema'

/** Of 200,000 bins in one statement, the JSON alone would be 50 MB on both sides. */
const CHUNK_BINS = 20_000

type Writing = { outcome: 'written' } | { outcome: 'needed'; bins: string[] }

/**
 * Makes a site's hall what a layout says, within the caller's transaction. A bin that leaves the floor stays known at bay 0,
 * because the ledger names it; put back later, it is the same bin. Where something lies or is on its way there, it does not
 * leave, and the caller must roll back.
 * @param change from what is there to `next`
 * @param by who signs for what is blocked and lifted
 */
export async function writeLayout(
  client: PoolClient,
  site: string,
  { change, next, by }: { change: LayoutChange; next: Layout; by: string },
): Promise<Writing> {
  const needed = await takeOffFloor(
    client,
    site,
    change.bins.removed.map(({ code }) => code),
  )
  if (needed.length > 0) return { outcome: 'needed', bins: needed }
  await client.query(
    `INSERT INTO floor_plan (site_id, version, width_metres, depth_metres, cross_y_metres) VALUES ($1, 0, $2, $3, $4)
     ON CONFLICT (site_id) DO UPDATE SET width_metres = excluded.width_metres, depth_metres = excluded.depth_metres,
       cross_y_metres = excluded.cross_y_metres`,
    [site, next.widthMetres, next.depthMetres, next.crossYMetres],
  )
  const put = (text: string, { added, changed }: { added: object[]; changed: object[] }) =>
    added.length + changed.length > 0
      ? client.query(text, [site, JSON.stringify([...added, ...changed])])
      : undefined
  await put(PUT_ZONES, change.zones)
  await put(PUT_AISLES, change.aisles)
  await putBins(client, site, [...change.bins.added, ...change.bins.changed])
  await put(PUT_STATIONS, change.stations)
  await liftBlocks(client, site, change.blocks.removed, by)
  await blockStretches(client, site, change.blocks.added, by)
  // Lifted blocks of an aisle go with it.
  for (const [table, { removed }] of [
    ['aisle', change.aisles],
    ['zone', change.zones],
    ['station', change.stations],
  ] as const)
    if (removed.length > 0)
      await client.query(`DELETE FROM ${table} WHERE site_id = $1 AND code = ANY ($2::text[])`, [
        site,
        removed.map(({ code }) => code),
      ])
  return { outcome: 'written' }
}

const PUT_ZONES = `
INSERT INTO zone (site_id, code, name, temperature_zone)
SELECT $1, code, name, "temperatureZone" FROM json_to_recordset($2) AS row(code text, name text, "temperatureZone" temperature_zone)
ON CONFLICT (site_id, code) DO UPDATE SET name = excluded.name, temperature_zone = excluded.temperature_zone`

const PUT_AISLES = `
INSERT INTO aisle (site_id, zone_id, code, x_metres, direction)
SELECT $1, zone.id, row.code, "xMetres", direction
  FROM json_to_recordset($2) AS row(code text, zone text, "xMetres" float8, direction aisle_direction)
  JOIN zone ON zone.site_id = $1 AND zone.code = row.zone
ON CONFLICT (site_id, code) DO UPDATE SET zone_id = excluded.zone_id, x_metres = excluded.x_metres, direction = excluded.direction`

const PUT_STATIONS = `
INSERT INTO station (site_id, code, kind, x_metres, y_metres)
SELECT $1, code, kind, "xMetres", "yMetres"
  FROM json_to_recordset($2) AS row(code text, kind station_kind, "xMetres" float8, "yMetres" float8)
ON CONFLICT (site_id, code) DO UPDATE SET kind = excluded.kind, x_metres = excluded.x_metres, y_metres = excluded.y_metres`

// A bin that comes back to the floor is open, whatever it was when it left.
const PUT_BINS = `
INSERT INTO bin (site_id, aisle_id, code, side, bay, level, x_metres, y_metres, width_metres, depth_metres, height_metres,
  volume_ml, max_weight_grams, pick_height_metres)
SELECT $1, aisle.id, row.code, side, bay, level, row."xMetres", "yMetres", "widthMetres", "depthMetres", "heightMetres",
       "volumeMl", "maxWeightGrams", "pickHeightMetres"
  FROM json_to_recordset($2) AS row(code text, aisle text, side text, bay int, level int, "xMetres" float8, "yMetres" float8,
         "widthMetres" float8, "depthMetres" float8, "heightMetres" float8, "volumeMl" int, "maxWeightGrams" int, "pickHeightMetres" float8)
  JOIN aisle ON aisle.site_id = $1 AND aisle.code = row.aisle
ON CONFLICT (site_id, code) DO UPDATE SET aisle_id = excluded.aisle_id, side = excluded.side, bay = excluded.bay, level = excluded.level,
  x_metres = excluded.x_metres, y_metres = excluded.y_metres, width_metres = excluded.width_metres, depth_metres = excluded.depth_metres,
  height_metres = excluded.height_metres, volume_ml = excluded.volume_ml, max_weight_grams = excluded.max_weight_grams,
  pick_height_metres = excluded.pick_height_metres, state = CASE bin.bay WHEN 0 THEN 'open' ELSE bin.state END,
  state_reason = CASE bin.bay WHEN 0 THEN NULL ELSE bin.state_reason END`

async function putBins(client: PoolClient, site: string, bins: LayoutBin[]): Promise<void> {
  for (let start = 0; start < bins.length; start += CHUNK_BINS)
    await client.query(PUT_BINS, [site, JSON.stringify(bins.slice(start, start + CHUNK_BINS))])
}

// The aisle and zone of what is not on the floor are those of the dock.
const TAKE_OFF = `
WITH made_zone AS (
  INSERT INTO zone (site_id, code, name, temperature_zone) VALUES ($1, '-', 'Not on the floor', 'ambient')
  ON CONFLICT (site_id, code) DO UPDATE SET name = excluded.name RETURNING id
), made_aisle AS (
  INSERT INTO aisle (site_id, zone_id, code, x_metres) SELECT $1, id, '-', 0 FROM made_zone
  ON CONFLICT (site_id, code) DO UPDATE SET x_metres = 0 RETURNING id
)
UPDATE bin SET bay = 0, side = '-', level = 0, aisle_id = made_aisle.id, state = 'closed', state_reason = 'not on the floor any more'
  FROM made_aisle
 WHERE site_id = $1 AND code = ANY ($2::text[])
   AND NOT EXISTS (SELECT 1 FROM stock_line stock WHERE stock.bin_id = bin.id AND (on_hand > 0 OR shortfall > 0))
   AND NOT EXISTS (SELECT 1 FROM stow_load load WHERE load.bin_id = bin.id AND load.state = 'open' AND load.kept_until > now())
RETURNING code`

/** Takes bins off the floor; answers those that are needed there. */
async function takeOffFloor(client: PoolClient, site: string, codes: string[]): Promise<string[]> {
  if (codes.length === 0) return []
  const { rows } = await client.query<{ code: string }>(TAKE_OFF, [site, codes])
  const gone = new Set(rows.map(({ code }) => code))
  return codes.filter((code) => !gone.has(code))
}

async function liftBlocks(
  client: PoolClient,
  site: string,
  blocks: LayoutBlock[],
  by: string,
): Promise<void> {
  if (blocks.length === 0) return
  await client.query(
    `UPDATE floor_block SET lifted_by = $3, lifted_at = now()
       FROM json_to_recordset($2) AS row(aisle text, "crossRow" int, "fromYMetres" float8, "toYMetres" float8), aisle
      WHERE floor_block.site_id = $1 AND lifted_at IS NULL AND aisle.id = aisle_id AND aisle.code = row.aisle
        AND (cross_row, from_y_metres, to_y_metres) IS NOT DISTINCT FROM ("crossRow", "fromYMetres", "toYMetres")`,
    [site, JSON.stringify(blocks), by],
  )
}

async function blockStretches(
  client: PoolClient,
  site: string,
  blocks: LayoutBlock[],
  by: string,
): Promise<void> {
  if (blocks.length === 0) return
  await client.query(
    `INSERT INTO floor_block (site_id, aisle_id, cross_row, from_y_metres, to_y_metres, reason, blocked_by)
     SELECT $1, aisle.id, "crossRow", "fromYMetres", "toYMetres", reason, $3
       FROM json_to_recordset($2) AS row(aisle text, "crossRow" int, "fromYMetres" float8, "toYMetres" float8, reason text)
       JOIN aisle ON aisle.site_id = $1 AND aisle.code = row.aisle`,
    [site, JSON.stringify(blocks), by],
  )
}
