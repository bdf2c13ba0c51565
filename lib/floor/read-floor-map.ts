import { statement } from '@/lib/platform/db'

export type MapShape = 'objects' | 'columns'
/** `json` is the answer as it goes out: of 200,000 bins nobody should make objects to make text of them again. */
export type FloorMapText = { version: number; json: string }

const remembered = new Map<string, FloorMapText>()

/**
 * The hall of a site as it stands: `floorMapSchema`, or `floorColumnsSchema` for `columns`, as text. Kept in memory by the
 * plan's version, which every change of the hall raises; a site without a plan (version 0) is drawn around its bins, read
 * anew each time. Bins of bay 0 (dock, unplaced) are not on the floor.
 */
export async function readFloorMap(site: string, shape: MapShape): Promise<FloorMapText> {
  const key = `${shape} ${site}`
  const known = remembered.get(key)
  if (known && known.version === (await readPlanVersion(site))) return known
  const [row] = await statement<FloorMapText>(`read-floor-map-${shape}`, MAP(BINS[shape]), [site])
  if (!row) throw new Error('a query without FROM gave no row')
  if (row.version > 0) remembered.set(key, row)
  return row
}

/** The version of a site's plan; 0 when it has none. */
export async function readPlanVersion(site: string): Promise<number> {
  const [plan] = await statement<{ version: number }>(
    'read-plan-version',
    'SELECT version FROM floor_plan WHERE site_id = $1',
    [site],
  )
  return plan?.version ?? 0
}

// The order of the columns is that of the levels: by id.
const BINS: Record<MapShape, string> = {
  objects: `SELECT coalesce(json_agg(json_build_object('bin', bin, 'aisle', aisle, 'side', side, 'bay', bay, 'level', level,
      'xMetres', x, 'yMetres', y, 'widthMetres', width, 'depthMetres', depth, 'heightMetres', height,
      'pickHeightMetres', pick_height, 'volumeMl', volume_ml, 'maxWeightGrams', max_weight, 'state', state) ORDER BY id), '[]')
      FROM placed`,
  columns: `SELECT json_build_object('bin', coalesce(json_agg(bin), '[]'), 'aisle', coalesce(json_agg(aisle_at), '[]'),
      'side', coalesce(json_agg(side), '[]'), 'bay', coalesce(json_agg(bay), '[]'), 'level', coalesce(json_agg(level), '[]'),
      'xMetres', coalesce(json_agg(x), '[]'), 'yMetres', coalesce(json_agg(y), '[]'),
      'widthMetres', coalesce(json_agg(width), '[]'), 'depthMetres', coalesce(json_agg(depth), '[]'),
      'state', coalesce(json_agg(state), '[]')) FROM (SELECT * FROM placed ORDER BY id) placed`,
}

const MAP = (bins: string): string => `
WITH lane AS (
  SELECT aisle.id, aisle.code, zone.code AS zone, aisle.x_metres, aisle.direction,
         row_number() OVER (ORDER BY aisle.x_metres, aisle.code) - 1 AS at
    FROM aisle JOIN zone ON zone.id = aisle.zone_id
   WHERE aisle.site_id = $1 AND EXISTS (SELECT 1 FROM bin WHERE bin.aisle_id = aisle.id AND bay > 0)
), placed AS (
  SELECT bin.id, bin.code AS bin, lane.code AS aisle, lane.at AS aisle_at, side, bay, level, bin.x_metres AS x,
         bin.y_metres AS y, width_metres AS width, depth_metres AS depth, height_metres AS height,
         pick_height_metres AS pick_height, volume_ml, max_weight_grams AS max_weight, state
    FROM bin JOIN lane ON lane.id = bin.aisle_id WHERE bin.site_id = $1 AND bay > 0
), edge AS (
  SELECT coalesce(max(x), 0) + 1.5 AS width, coalesce(max(y), 0) + 3 AS depth FROM placed
), plan AS (
  SELECT coalesce(version, 0) AS version, coalesce(width_metres, edge.width) AS width,
         coalesce(depth_metres, edge.depth) AS depth, coalesce(cross_y_metres, ARRAY[1.2, edge.depth - 1.2]) AS cross_y
    FROM edge LEFT JOIN floor_plan ON site_id = $1
)
SELECT plan.version, json_build_object('site', $1::text, 'version', plan.version, 'widthMetres', plan.width,
  'depthMetres', plan.depth, 'crossYMetres', to_json(plan.cross_y),
  'zones', (SELECT coalesce(json_agg(json_build_object('code', code, 'name', name, 'temperatureZone', temperature_zone)
              ORDER BY code), '[]') FROM zone WHERE site_id = $1 AND code IN (SELECT zone FROM lane)),
  'aisles', (SELECT coalesce(json_agg(json_build_object('code', code, 'zone', zone, 'xMetres', x_metres,
               'direction', direction) ORDER BY at), '[]') FROM lane),
  'stations', (SELECT coalesce(json_agg(json_build_object('code', code, 'kind', kind, 'xMetres', x_metres,
                 'yMetres', y_metres) ORDER BY code), '[]') FROM station WHERE site_id = $1),
  'blocks', (SELECT coalesce(json_agg(json_build_object('id', block.id, 'aisle', lane.code, 'crossRow', cross_row,
               'fromYMetres', from_y_metres, 'toYMetres', to_y_metres, 'reason', reason, 'blockedBy', blocked_by,
               'blockedAt', to_char(blocked_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY block.id), '[]')
               FROM floor_block block JOIN lane ON lane.id = block.aisle_id WHERE site_id = $1 AND lifted_at IS NULL),
  'bins', (${bins}))::text AS json
  FROM plan`
