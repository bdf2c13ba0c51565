import { findBlocks, findLanes } from '@/lib/floor/queries'
import { statement } from '@/lib/platform/db'
import { walkingGraph } from './rules/walking-graph'
import type { RoutePlace } from './schema'
import type { ReplayedTour, SlotBin, SlotItem, SlotLine, SlottingFacts, SpaceWish } from './slotting-schema'

type BinRow = Omit<SlotBin, 'place'> & { aisle: string; xMetres: number; yMetres: number }
/** What the replay needs, and what its advice is told with. */
export type SlottingDay = {
  facts: SlottingFacts
  names: Map<string, string>
  spots: Map<string, { bin: string; xMetres: number; yMetres: number }>
  placeOf: (bin: string) => RoutePlace | undefined
}

/** A dismissed move does not come back the next morning. */
const DISMISSED_FOR = '7 days'

/**
 * The hall of a site, what lies in it, and from which bins the orders of a day were promised or picked: one walk an order.
 * Null while the site has no plan.
 * @param day in the site's time zone, YYYY-MM-DD
 */
export async function readSlottingFacts(
  site: string,
  day: string,
  wishes: readonly SpaceWish[],
): Promise<SlottingDay | null> {
  const [lanes, blocks, stations, bins, lines, items, tours] = await Promise.all([
    findLanes(site),
    findBlocks(site),
    statement<{ kind: string; xMetres: number; yMetres: number }>('slotting-stations', STATIONS, [site]),
    statement<BinRow>('slotting-bins', BINS, [site]),
    statement<SlotLine>('slotting-lines', LINES, [site, DISMISSED_FOR]),
    statement<SlotItem & { name: string }>('slotting-items', ITEMS, [site]),
    statement<ReplayedTour>('slotting-tours', TOURS, [site, day]),
  ])
  if (lanes.version === 0) return null
  const graph = walkingGraph({
    ...lanes,
    blocks: blocks.map(({ aisle, crossRow = null, fromYMetres = null, toYMetres = null }) => {
      return { aisle, crossRow, fromYMetres, toYMetres }
    }),
  })
  const depot = stations.find(({ kind }) => kind === 'depot') ?? stations[0] ?? { xMetres: 0, yMetres: 0 }
  const packing = stations.filter(({ kind }) => kind === 'pack')
  const away = ({ xMetres, yMetres }: { xMetres: number; yMetres: number }) =>
    Math.abs(xMetres - depot.xMetres) + Math.abs(yMetres - depot.yMetres)
  const end = packing.sort((a, b) => away(a) - away(b))[0] ?? depot
  const facts = {
    layout: graph.layout,
    start: graph.placeOfStation(depot),
    end: graph.placeOfStation(end),
    bins: bins.flatMap(({ aisle, xMetres: _, yMetres, ...bin }) => {
      const place = graph.placeOfBin({ aisle, yMetres })
      return place ? [{ ...bin, place }] : []
    }),
    ...{ lines, items, tours, wishes },
  }
  const placeOf = new Map(facts.bins.map(({ bin, place }) => [bin, place]))
  return {
    facts,
    names: new Map(items.map(({ sku, name }) => [sku, name])),
    spots: new Map(bins.map(({ bin, xMetres, yMetres }) => [bin, { bin, xMetres, yMetres }])),
    placeOf: (bin) => placeOf.get(bin),
  }
}

const STATIONS = `SELECT kind, x_metres AS "xMetres", y_metres AS "yMetres" FROM station
  WHERE site_id = $1 AND kind <> 'dock' ORDER BY id`

// Bins that somebody is about to move something into or out of are left alone until that is done.
const BUSY = `SELECT part->'from'->>'bin' AS "from", part->'to'->>'bin' AS "to", part->>'sku' AS sku, state, decided_at
  FROM slotting_move, jsonb_array_elements(move->'transfers') AS part WHERE site_id = $1 AND state IN ('accepted', 'dismissed')`

const BINS = `
WITH busy AS (${BUSY}), part AS (
  SELECT line.bin_id, line.on_hand::bigint * product.volume_ml AS volume, line.on_hand::bigint * product.weight_grams AS weight
    FROM stock_line line JOIN product ON product.sku = line.sku WHERE line.site_id = $1 AND line.on_hand > 0
  UNION ALL
  SELECT load.bin_id, load.volume_ml, load.weight_grams FROM stow_load load JOIN stow_order stow ON stow.id = load.stow_order_id
   WHERE stow.site_id = $1 AND load.state = 'open' AND load.kept_until > now()
), used AS (SELECT bin_id, sum(volume)::float8 AS volume, sum(weight)::float8 AS weight FROM part GROUP BY bin_id)
SELECT bin.code AS bin, aisle.code AS aisle, bin.x_metres AS "xMetres", bin.y_metres AS "yMetres",
       zone.temperature_zone AS "temperatureZone", bin.volume_ml AS "volumeMl",
       bin.state = 'open' AND NOT EXISTS (SELECT 1 FROM busy WHERE state = 'accepted' AND bin.code IN ("from", "to")) AS "isOpen",
       bin.volume_ml - coalesce(used.volume, 0) AS "freeVolumeMl", bin.max_weight_grams - coalesce(used.weight, 0) AS "freeWeightGrams"
  FROM bin JOIN aisle ON aisle.id = bin.aisle_id JOIN zone ON zone.id = aisle.zone_id LEFT JOIN used ON used.bin_id = bin.id
 WHERE bin.site_id = $1 AND bin.bay > 0 ORDER BY bin.code`

// What is on its way into a bin counts as there, and stays.
const LINES = `
WITH busy AS (${BUSY})
SELECT bin.code AS bin, line.sku, line.lot, to_char(line.expires_on, 'YYYY-MM-DD') AS "expiresOn", line.on_hand AS units, line.on_hand - line.held AS "freeUnits",
       line.on_hand > line.held AND NOT EXISTS (
         SELECT 1 FROM busy WHERE (state = 'accepted' AND bin.code IN ("from", "to"))
            OR (state = 'dismissed' AND bin.code = "from" AND busy.sku = line.sku AND decided_at > now() - $2::interval)) AS "isMovable"
  FROM stock_line line JOIN bin ON bin.id = line.bin_id WHERE line.site_id = $1 AND line.on_hand > 0 AND bin.bay > 0
UNION ALL
SELECT bin.code, load.sku, load.lot, to_char(stow.expires_on, 'YYYY-MM-DD'), load.quantity, 0, false
  FROM stow_load load JOIN stow_order stow ON stow.id = load.stow_order_id JOIN bin ON bin.id = load.bin_id
 WHERE stow.site_id = $1 AND load.state = 'open' AND load.kept_until > now() ORDER BY 1, 2, 3, 4, 5`

const ITEMS = `
SELECT sku, name, category, temperature_zone AS "temperatureZone", volume_ml AS "unitVolumeMl", weight_grams AS "unitWeightGrams"
  FROM product WHERE sku IN (SELECT sku FROM stock_line WHERE site_id = $1) OR
       sku IN (SELECT load.sku FROM stow_load load JOIN stow_order stow ON stow.id = load.stow_order_id WHERE stow.site_id = $1)
 ORDER BY sku`

const TOURS = `
WITH span AS (
  SELECT $2::date::timestamp AT TIME ZONE time_zone AS start, ($2::date + 1)::timestamp AT TIME ZONE time_zone AS end
    FROM site WHERE id = $1
), pick AS (
  SELECT orders.number, bin.code AS bin, stock.sku, sum(hold.quantity)::int AS units
    FROM span JOIN orders ON orders.site_id = $1 AND orders.placed_at >= span.start AND orders.placed_at < span.end
    JOIN stock_hold hold ON hold.order_number = orders.number AND hold.state IN ('held', 'picked')
    JOIN stock_line stock ON stock.id = hold.stock_line_id JOIN bin ON bin.id = stock.bin_id
   WHERE bin.bay > 0 GROUP BY 1, 2, 3
)
SELECT number AS id, jsonb_agg(jsonb_build_object('bin', bin, 'sku', sku, 'units', units) ORDER BY bin, sku) AS picks
  FROM pick GROUP BY number ORDER BY number`
