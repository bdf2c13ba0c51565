import type { Layout, LayoutAisle, LayoutBin, LayoutBlock } from '../schema'

type Hall = Pick<Layout, 'crossYMetres' | 'aisles' | 'bins' | 'stations' | 'blocks'>
type Direction = LayoutAisle['direction']
/** Where an aisle meets a cross aisle: aisle's place from the left x cross aisles + row. */
type Corner = number

/**
 * Codes of the bins that nobody can walk to from a depot and back again, past blocked stretches and along one-way aisles.
 * A block keeps its ends free: a bin right at its edge is reached from outside.
 */
export function unreachableBins(hall: Hall): string[] {
  const rows = hall.crossYMetres
  const aisles = hall.aisles.toSorted((one, other) => one.xMetres - other.xMetres)
  const blocks = hall.blocks ?? []
  const places = new Map(aisles.map(({ code }, at) => [code, at]))
  const stretches = aisles.map(({ code }) => stretchesOf(code, blocks, rows))
  const ways = walkable(aisles, rows, blocks, stretches)
  const depots = hall.stations.filter(({ kind }) => kind === 'depot')
  const corners = depots.map(({ xMetres, yMetres }) => {
    const aisle = nearest(
      aisles.map((one) => one.xMetres),
      xMetres,
    )
    return aisle * rows.length + nearest(rows, yMetres)
  })
  const there = reached(corners, ways, 'from', 'to')
  const back = reached(corners, ways, 'to', 'from')
  const isReached = (bin: LayoutBin): boolean => {
    const at = places.get(bin.aisle)
    const direction = aisles[at ?? -1]?.direction
    if (at === undefined || direction === undefined) return false
    const above = rows.findIndex((y, row) => row > 0 && y >= bin.yMetres)
    const isClear = (one: number, other: number) => !crosses(stretches[at] ?? [], one, other)
    const ends = [above - 1, above].map((row) => ({
      corner: at * rows.length + row,
      isClear: isClear(rows[row] ?? 0, bin.yMetres),
      isUpwards: (rows[row] ?? 0) <= bin.yMetres,
    }))
    const isEntered = ends.some(
      (end) => end.isClear && there.has(end.corner) && goes(direction, end.isUpwards),
    )
    const isLeft = ends.some((end) => end.isClear && back.has(end.corner) && goes(direction, !end.isUpwards))
    return isEntered && isLeft
  }
  return hall.bins.filter((bin) => !isReached(bin)).map(({ code }) => code)
}

const goes = (direction: Direction, isUpwards: boolean): boolean =>
  direction === 'both' || direction === (isUpwards ? 'up' : 'down')

type Stretch = { from: number; to: number }

const stretchesOf = (aisle: string, blocks: LayoutBlock[], rows: number[]): Stretch[] =>
  blocks
    .filter((block) => block.aisle === aisle && block.crossRow === undefined)
    .map((block) => ({ from: block.fromYMetres ?? rows.at(0) ?? 0, to: block.toYMetres ?? rows.at(-1) ?? 0 }))

const crosses = (stretches: Stretch[], one: number, other: number): boolean =>
  stretches.some(({ from, to }) => Math.max(from, Math.min(one, other)) < Math.min(to, Math.max(one, other)))

type Way = { from: Corner; to: Corner }

function walkable(
  aisles: LayoutAisle[],
  rows: number[],
  blocks: LayoutBlock[],
  stretches: Stretch[][],
): Way[] {
  const isBlocked = new Set(
    blocks.flatMap(({ aisle, crossRow }) => (crossRow === undefined ? [] : [`${aisle} ${crossRow}`])),
  )
  return aisles.flatMap(({ code, direction }, at) =>
    rows.flatMap((y, row) => {
      const corner = at * rows.length + row
      const right = corner + rows.length
      const next = rows[row + 1]
      const isAcross = at + 1 < aisles.length && !isBlocked.has(`${code} ${row}`)
      const isAlong = next !== undefined && !crosses(stretches[at] ?? [], y, next)
      return [
        ...(isAcross
          ? [
              { from: corner, to: right },
              { from: right, to: corner },
            ]
          : []),
        ...(isAlong && goes(direction, true) ? [{ from: corner, to: corner + 1 }] : []),
        ...(isAlong && goes(direction, false) ? [{ from: corner + 1, to: corner }] : []),
      ]
    }),
  )
}

function reached(starts: Corner[], ways: Way[], tail: keyof Way, head: keyof Way): Set<Corner> {
  const next = new Map<Corner, Corner[]>()
  for (const way of ways) next.set(way[tail], [...(next.get(way[tail]) ?? []), way[head]])
  const seen = new Set(starts)
  for (const corner of seen) for (const other of next.get(corner) ?? []) seen.add(other)
  return seen
}

const nearest = (places: number[], wanted: number): number =>
  places.reduce(
    (best, place, at) => (Math.abs(place - wanted) < Math.abs((places[best] ?? 0) - wanted) ? at : best),
    0,
  )
