import { changePlan } from './change-plan'
import { findBlocks, findLanes } from './queries'
import { blockFault } from './rules/check-layout'
import type { LayoutBlock } from './schema'

type Blocking =
  | { outcome: 'blocked' | 'blocked-already'; block: LayoutBlock & { id: number } }
  | { outcome: 'wrong-stretch'; reason: string }

/**
 * Blocks a stretch of an aisle, or with `crossRow` the piece of that cross aisle to the aisle's right. The same stretch again
 * is the block that stands already, with the reason it was given first.
 * @param by who signs for it
 */
export async function blockStretch(site: string, stretch: LayoutBlock, by: string): Promise<Blocking> {
  const { result } = await changePlan<Blocking>(site, async (client) => {
    const wrong = blockFault(stretch, await findLanes(site, client))
    if (wrong !== null) return { isChanged: false, result: { outcome: 'wrong-stretch', reason: wrong } }
    const standing = (await findBlocks(site, client)).find((block) => isSameStretch(block, stretch))
    if (standing) return { isChanged: false, result: { outcome: 'blocked-already', block: standing } }
    const { aisle, crossRow = null, fromYMetres = null, toYMetres = null, reason } = stretch
    const { rows } = await client.query<{ id: number }>(
      `INSERT INTO floor_block (site_id, aisle_id, cross_row, from_y_metres, to_y_metres, reason, blocked_by)
       SELECT $1, id, $3, $4, $5, $6, $7 FROM aisle WHERE site_id = $1 AND code = $2 RETURNING id`,
      [site, aisle, crossRow, fromYMetres, toYMetres, reason, by],
    )
    const [made] = rows
    if (!made) throw new Error(`aisle ${aisle} went away under its lock`)
    return { isChanged: true, result: { outcome: 'blocked', block: { ...stretch, id: made.id } } }
  })
  return result
}

const isSameStretch = (one: LayoutBlock, other: LayoutBlock): boolean =>
  one.aisle === other.aisle &&
  one.crossRow === other.crossRow &&
  one.fromYMetres === other.fromYMetres &&
  one.toYMetres === other.toYMetres
