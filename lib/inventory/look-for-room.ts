import { pool } from '@/lib/platform/db'
import type { BinFacts, StowItem } from './rules/choose-bin'

/** What is to be stowed, by SKU or by a GTIN of 13 digits. */
export type Wanted = {
  site: string
  sku?: string | undefined
  gtin?: string | undefined
  quantity: number
  lot: string
  expiresOn: string | null
  operationId: string
}

export type Candidate = BinFacts & {
  id: number
  code: string
  side: 'L' | 'R'
  bay: number
  level: number
  xMetres: number
  yMetres: number
  maxWeightGrams: number
}

export type View = {
  /** The version of the hall that `candidates` belong to. */
  version: number
  product: (StowItem & { sku: string; name: string }) | null
  /** The stow that was asked for by this operation before. */
  stowId: string | null
  candidates: Candidate[]
}

type Climate = StowItem['temperatureZone']
/** The bins that may be chosen, by climate, as of a version of the hall: so a look can draw by chance without asking. */
type Hall = { version: number; bins: Map<Climate, number[]> }
type Heat = { readAtMs: number; byAisle: Map<string, number> }
const halls = new Map<string, Hall>()
const heats = new Map<string, Heat>()

/** Queues at an aisle come and go in minutes. */
const HEAT_LASTS_MS = 10_000
const HEAT_SPAN = '15 minutes'
/** Of those with most room, when a look at all of a hall is needed. */
const MOST_CANDIDATES = 600

/**
 * One look at the item and at so many bins of its climate, drawn by chance; `all` is every bin of it, those with most room first.
 * One round trip, and a second one when the hall has changed or is new to this process. Nothing is locked: what is seen may
 * be gone by the time it is taken, which `reserveRoom` finds out.
 */
export async function lookForRoom(wanted: Wanted, bins: number | 'all', random: () => number): Promise<View> {
  const { site } = wanted
  const hall = halls.get(site) ?? (await rememberHall(site))
  const heat = await heatOf(site)
  const drawn = bins === 'all' ? null : [...hall.bins.values()].flatMap((ids) => draw(ids, bins, random))
  const { rows } = await pool.query<{ view: View }>({
    name: drawn ? 'look-for-room' : 'look-for-room-everywhere',
    text: drawn ? lookAt('AND bin.id = ANY ($8)') : lookAt(''),
    values: [
      ...[site, wanted.sku ?? null, wanted.gtin ?? null, wanted.lot, wanted.expiresOn, wanted.operationId],
      ...[MOST_CANDIDATES, ...(drawn ? [drawn] : [])],
    ],
  })
  const view = rows[0]?.view
  if (!view) throw new Error('a look without an answer')
  if (view.version !== hall.version || (drawn?.length === 0 && view.product !== null)) {
    const next = await rememberHall(site)
    if (next.version !== hall.version) return lookForRoom(wanted, bins, random)
  }
  for (const candidate of view.candidates) candidate.aisleHeat = heat.get(candidate.aisle) ?? 0
  return view
}

/** The hall is read when this process first needs it, and when a look shows another version. */
async function rememberHall(site: string): Promise<Hall> {
  const { rows } = await pool.query<{ version: number; climate: Climate | null; ids: number[] }>(
    `SELECT coalesce((SELECT version FROM floor_plan WHERE site_id = $1), 0) AS version, zone.temperature_zone AS climate,
            array_agg(bin.id) AS ids
       FROM bin JOIN aisle ON aisle.id = bin.aisle_id JOIN zone ON zone.id = aisle.zone_id
      WHERE bin.site_id = $1 AND bin.bay > 0 AND bin.state = 'open' GROUP BY zone.temperature_zone`,
    [site],
  )
  const hall = {
    version: rows[0]?.version ?? 0,
    bins: new Map(rows.flatMap(({ climate, ids }) => (climate ? [[climate, ids] as const] : []))),
  }
  if (rows.length > 0) halls.set(site, hall)
  return hall
}

async function heatOf(site: string): Promise<Map<string, number>> {
  const known = heats.get(site)
  if (known && Date.now() - known.readAtMs < HEAT_LASTS_MS) return known.byAisle
  // Set before it is read: of hundreds of stows in this moment one asks, and the others go by what was.
  heats.set(site, { readAtMs: Date.now(), byAisle: known?.byAisle ?? new Map() })
  const { rows } = await pool.query<{ aisle: string; share: number }>(
    `SELECT aisle.code AS aisle, (count(*)::float8 / max(count(*)) OVER ()) AS share
       FROM ledger_entry entry JOIN bin ON bin.id = entry.bin_id JOIN aisle ON aisle.id = bin.aisle_id
      WHERE entry.site_id = $1 AND entry.observed_at > now() - $2::interval AND entry.quantity < 0 AND bin.bay > 0
      GROUP BY aisle.code`,
    [site, HEAT_SPAN],
  )
  const byAisle = new Map(rows.map(({ aisle, share }) => [aisle, share]))
  heats.set(site, { readAtMs: Date.now(), byAisle })
  return byAisle
}

/** Some of these by chance, each at most once; all of them when they are few. */
function draw(ids: readonly number[], many: number, random: () => number): number[] {
  if (ids.length <= many) return [...ids]
  const places = new Set<number>()
  while (places.size < many) places.add(Math.floor(random() * ids.length))
  return [...places].flatMap((place) => ids[place] ?? [])
}

// $8 are bins of every climate, of which those of the item's are looked at.
const lookAt = (drawn: string) => `
WITH item AS (
  SELECT product.*, coalesce(level.low_at, 0) / 3.0 AS daily FROM product
    LEFT JOIN stock_level level ON level.site_id = $1 AND level.sku = product.sku
   WHERE CASE WHEN $2::text IS NULL THEN product.gtin = $3::bpchar ELSE product.sku = $2 END
), near AS (
  SELECT min(x_metres) AS x, min(y_metres) AS y FROM station WHERE site_id = $1 AND kind <> 'dock'
), spread AS (
  SELECT bin.aisle_id, sum(line.on_hand) AS units FROM item JOIN stock_line line ON line.site_id = $1 AND line.sku = item.sku
    JOIN bin ON bin.id = line.bin_id GROUP BY bin.aisle_id
), place AS (
  SELECT bin.*, aisle.code AS aisle, zone.temperature_zone FROM item CROSS JOIN bin
    JOIN aisle ON aisle.id = bin.aisle_id JOIN zone ON zone.id = aisle.zone_id AND zone.temperature_zone = item.temperature_zone
   WHERE bin.site_id = $1 AND bin.bay > 0 ${drawn}
), candidate AS (
  SELECT place.*, room.*, coalesce(spread.units, 0) AS aisle_units,
         coalesce(abs(place.x_metres - near.x) + abs(place.y_metres - near.y), 0) AS walk
    FROM item CROSS JOIN near CROSS JOIN bin_room(ARRAY(SELECT id FROM place), item.sku, $4, $5::date, NULL) room
    JOIN place ON place.id = room.bin_id LEFT JOIN spread ON spread.aisle_id = place.aisle_id
   ORDER BY (place.state = 'open' AND look_alike IS NULL AND other_lot IS NULL) DESC,
            least(free_volume_ml / item.volume_ml, free_weight_grams / item.weight_grams) DESC LIMIT $7
)
SELECT jsonb_build_object(
  'version', coalesce((SELECT version FROM floor_plan WHERE site_id = $1), 0),
  'product', (SELECT jsonb_build_object('sku', sku, 'name', name, 'unitVolumeMl', volume_ml, 'unitWeightGrams', weight_grams,
                'temperatureZone', temperature_zone, 'dailyUnits', daily, 'units', 0) FROM item),
  'stowId', (SELECT id FROM stow_order WHERE site_id = $1 AND operation_id = $6),
  'candidates', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'code', code, 'aisle', aisle, 'side', side, 'bay', bay,
      'level', level, 'xMetres', x_metres, 'yMetres', y_metres, 'pickHeightMetres', pick_height_metres,
      'temperatureZone', temperature_zone, 'isOpen', state = 'open', 'volumeMl', volume_ml, 'maxWeightGrams', max_weight_grams,
      'freeVolumeMl', free_volume_ml,
      'freeWeightGrams', free_weight_grams, 'lookAlike', look_alike, 'otherLot', other_lot, 'aisleUnits', aisle_units,
      'aisleHeat', 0, 'walkMetres', walk)), '[]') FROM candidate)) AS view`
