import type { Layout, LayoutAisle, LayoutBin, LayoutBlock, LayoutStation, LayoutZone } from '../schema'

export type Change<Item> = { added: Item[]; changed: Item[]; removed: Item[]; same: number }

export type LayoutChange = {
  /** The hall's size or its cross aisles. */
  hall: boolean
  zones: Change<LayoutZone>
  aisles: Change<LayoutAisle>
  bins: Change<LayoutBin>
  stations: Change<LayoutStation>
  /** A stretch is the same whatever the reason. */
  blocks: Change<LayoutBlock>
}

/** What makes one hall the other: what is added and changed as it will be, what is removed as it was. */
export function compareLayouts(now: Layout, next: Layout): LayoutChange {
  const nameOf = ({ code }: { code: string }) => code
  return {
    hall:
      now.widthMetres !== next.widthMetres ||
      now.depthMetres !== next.depthMetres ||
      now.crossYMetres.join() !== next.crossYMetres.join(),
    zones: compare(now.zones, next.zones, nameOf, hasSameMembers),
    aisles: compare(now.aisles, next.aisles, nameOf, hasSameMembers),
    bins: compare(now.bins, next.bins, nameOf, hasSameMembers),
    stations: compare(now.stations, next.stations, nameOf, hasSameMembers),
    blocks: compare(now.blocks ?? [], next.blocks ?? now.blocks ?? [], stretchOf, () => true),
  }
}

/** Whether anything is different. */
export const isAnyChange = ({ hall, ...kinds }: LayoutChange): boolean =>
  hall ||
  Object.values(kinds).some(
    ({ added, changed, removed }) => added.length + changed.length + removed.length > 0,
  )

/** How many of each there are. */
export function countChange({ added, changed, removed, same }: Change<unknown>) {
  return { added: added.length, changed: changed.length, removed: removed.length, same }
}

function compare<Item>(
  now: readonly Item[],
  next: readonly Item[],
  nameOf: (item: Item) => string,
  isSame: (one: Item, other: Item) => boolean,
): Change<Item> {
  const gone = new Map(now.map((item) => [nameOf(item), item]))
  const change: Change<Item> = { added: [], changed: [], removed: [], same: 0 }
  for (const item of new Map(next.map((one) => [nameOf(one), one])).values()) {
    const before = gone.get(nameOf(item))
    gone.delete(nameOf(item))
    if (before === undefined) change.added.push(item)
    else if (isSame(before, item)) change.same++
    else change.changed.push(item)
  }
  change.removed = [...gone.values()]
  return change
}

function hasSameMembers<Item extends object>(one: Item, other: Item): boolean {
  for (const name in other) if (one[name] !== other[name]) return false
  return true
}

const stretchOf = ({ aisle, crossRow, fromYMetres, toYMetres }: LayoutBlock): string =>
  [aisle, crossRow, fromYMetres, toYMetres].join()
