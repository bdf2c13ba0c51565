import type { PoolClient, QueryResultRow } from 'pg'
import { pool } from '@/lib/platform/db'
import {
  LAYOUT_FORMAT,
  type Layout,
  type LayoutAisle,
  type LayoutBin,
  type LayoutBlock,
  type LayoutStation,
  type LayoutZone,
} from './schema'

type Reader = Pick<PoolClient, 'query'>

/**
 * A site's hall as its layout file has it, and its plan's version: 0 when no plan was laid out yet. What is not on the
 * floor (bay 0) is no part of it.
 * @param on the transaction that reads it
 */
export async function findLayout(
  site: string,
  on: Reader = pool,
): Promise<{ version: number; layout: Layout }> {
  const read = async <Row extends QueryResultRow>(text: string) => (await on.query<Row>(text, [site])).rows
  const { version, aisles, ...hall } = await findLanes(site, on)
  const zones = await read<LayoutZone>(
    `SELECT code, name, temperature_zone AS "temperatureZone" FROM zone WHERE site_id = $1 AND code <> '-' ORDER BY code`,
  )
  const bins = await read<LayoutBin>(
    `SELECT bin.code, aisle.code AS aisle, side, bay, level, bin.x_metres AS "xMetres", y_metres AS "yMetres",
            width_metres AS "widthMetres", depth_metres AS "depthMetres", height_metres AS "heightMetres", volume_ml AS "volumeMl",
            max_weight_grams AS "maxWeightGrams", pick_height_metres AS "pickHeightMetres"
       FROM bin JOIN aisle ON aisle.id = aisle_id WHERE bin.site_id = $1 AND bay > 0 ORDER BY bin.id`,
  )
  const stations = await read<LayoutStation>(
    `SELECT code, kind, x_metres AS "xMetres", y_metres AS "yMetres" FROM station WHERE site_id = $1 ORDER BY id`,
  )
  const blocks = (await findBlocks(site, on)).map(({ id: _, ...block }) => block)
  return { version, layout: { format: LAYOUT_FORMAT, ...hall, zones, aisles, bins, stations, blocks } }
}

type Lanes = Pick<Layout, 'widthMetres' | 'depthMetres' | 'crossYMetres' | 'aisles'>

/** Where one can walk at a site, and its plan's version; 0 and a hall of no size while there is no plan. */
export async function findLanes(site: string, on: Reader = pool): Promise<Lanes & { version: number }> {
  const { rows: plans } = await on.query<Omit<Lanes, 'aisles'> & { version: number }>(
    `SELECT version, width_metres AS "widthMetres", depth_metres AS "depthMetres", cross_y_metres AS "crossYMetres"
       FROM floor_plan WHERE site_id = $1`,
    [site],
  )
  const { rows: aisles } = await on.query<LayoutAisle>(
    `SELECT aisle.code, zone.code AS zone, x_metres AS "xMetres", direction FROM aisle JOIN zone ON zone.id = zone_id
      WHERE aisle.site_id = $1 AND aisle.code <> '-' ORDER BY x_metres, aisle.code`,
    [site],
  )
  return { ...(plans[0] ?? { version: 0, widthMetres: 0, depthMetres: 0, crossYMetres: [] }), aisles }
}

/** What is blocked at a site, oldest first. */
export async function findBlocks(site: string, on: Reader = pool): Promise<(LayoutBlock & { id: number })[]> {
  const { rows } = await on.query<{ block: LayoutBlock & { id: number } }>(
    `SELECT json_strip_nulls(json_build_object('id', block.id, 'aisle', aisle.code, 'crossRow', cross_row,
              'fromYMetres', from_y_metres, 'toYMetres', to_y_metres, 'reason', reason)) AS block
       FROM floor_block block JOIN aisle ON aisle.id = aisle_id
      WHERE block.site_id = $1 AND lifted_at IS NULL ORDER BY block.id`,
    [site],
  )
  return rows.map(({ block }) => block)
}

/** Of these bins, those that cannot leave the floor, and why: something lies there, or is on its way there. */
export async function findNeededBins(
  site: string,
  codes: readonly string[],
  on: Reader = pool,
): Promise<{ bin: string; reason: string }[]> {
  const { rows } = await on.query<{ bin: string; reason: string }>(
    `SELECT bin.code AS bin, CASE WHEN stock.units > 0 THEN 'holds ' || stock.units || ' units'
                                  WHEN stock.is_owing THEN 'owes units that were taken beyond the book'
                                  ELSE 'waits for units that are being stowed' END AS reason
       FROM bin CROSS JOIN LATERAL (SELECT coalesce(sum(on_hand), 0) AS units, coalesce(bool_or(shortfall > 0), false) AS is_owing
                                      FROM stock_line WHERE bin_id = bin.id) stock
      WHERE site_id = $1 AND code = ANY ($2::text[]) AND (stock.units > 0 OR stock.is_owing
         OR EXISTS (SELECT 1 FROM stow_load load WHERE load.bin_id = bin.id AND load.state = 'open' AND load.kept_until > now()))
      ORDER BY code`,
    [site, codes],
  )
  return rows
}
