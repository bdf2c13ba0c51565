import { EVEN, type FrontierStates, ODD, UNTOUCHED } from './frontier-states'
import type { Grid } from './route-grid'
import { isWalkable } from './route-network'

/**
 * What can be walked at each stage of the sweep over a grid: column by column, its aisle pieces from the front, then
 * its cross aisle pieces to the next column. Choice k of a stage has a move of the frontier, a length, and what it is:
 * of an aisle piece the gaps `from`..`to` that are not walked (WALKED_THROUGH: none), of a cross piece `from` how often, `to` whether the place on its left crossing is visited.
 */
export type Stages = {
  /** The first choice of each stage, and one more: the number of choices. */
  first: number[]
  move: number[]
  length: number[]
  from: number[]
  to: number[]
}
export const WALKED_THROUGH = -1

/** Which places may be left out, and which are worth ending a way into an aisle piece at. */
export type Optional = {
  isOptional(place: number): boolean
  /** For a piece's places in the order of walking in: at which of them the way in may end. */
  worthEnding(inOrder: number[]): boolean[]
}

const NO_OPTIONAL: Optional = { isOptional: () => false, worthEnding: (places) => places.map(() => true) }

/** The stages of a grid; with `optional`, places that need not be visited. */
export function stagesOf(grid: Grid, states: FrontierStates, optional = NO_OPTIONAL): Stages {
  const stages: Stages = { first: [], move: [], length: [], from: [], to: [] }
  const { columns, rows, onCrossing, places, hall, firstRow } = grid
  const ends = places.start === places.end ? [] : [places.start, places.end]
  const add = (move: number, length: number, from: number, to: number) => {
    stages.move.push(move)
    stages.length.push(length)
    stages.from.push(from)
    stages.to.push(to)
  }
  for (let column = 0; column < columns.length; column++) {
    for (let row = 0; row < rows.length - 1; row++) {
      stages.first.push(stages.move.length)
      addPiece(grid, states, column, row, optional, add)
    }
    const aisle = columns[column] ?? 0
    const isLast = column === columns.length - 1
    const width = isLast ? 0 : (hall.xs[columns[column + 1] ?? 0] ?? 0) - (hall.xs[aisle] ?? 0)
    for (let row = 0; row < rows.length; row++) {
      stages.first.push(stages.move.length)
      const place = onCrossing[column * rows.length + row] ?? -1
      const canBeLeft = place < 0 || optional.isOptional(place)
      const isEnd = place >= 0 && ends.includes(place)
      const canGoOn = !isLast && !hall.cut.has((row + firstRow) * hall.xs.length + aisle)
      for (let times = 0; times <= (canGoOn ? 2 : 0); times++) {
        if (canBeLeft) add(states.crossMove(row, times, false, isEnd), times * width, times, 0)
        if (place >= 0) add(states.crossMove(row, times, true, isEnd), times * width, times, 1)
      }
    }
  }
  stages.first.push(stages.move.length)
  return stages
}

type Add = (move: number, length: number, from: number, to: number) => void

/**
 * The ways to walk an aisle piece. Whether its lowest stretch is walked an odd or an even number of times settles
 * it for every stretch (an end of the walk turns it over): odd ones are walked once, even ones twice, but for one run of
 * even stretches that may be left out, which then must hold every blocked one.
 */
function addPiece(
  grid: Grid,
  states: FrontierStates,
  column: number,
  row: number,
  optional: Optional,
  add: Add,
) {
  const { places, rows, between, columns, hall } = grid
  const low = rows[row] ?? 0
  const high = rows[row + 1] ?? 0
  const inside = between[column * (rows.length - 1) + row] ?? []
  const aisle = columns[column] ?? 0
  const count = inside.length
  if (count === 0) {
    add(states.pieceMove(row, UNTOUCHED, UNTOUCHED, false), 0, 0, 0)
    if (!hall.isOpen && !isWalkable(hall, aisle, low, high)) return
    add(states.pieceMove(row, ODD, ODD, true), high - low, WALKED_THROUGH, WALKED_THROUGH)
    // Leaving this out is said to be safe (Dunn and others 2024), but is not where a stop lies on a crossing.
    add(states.pieceMove(row, EVEN, EVEN, true), 2 * (high - low), WALKED_THROUGH, WALKED_THROUGH)
    return
  }
  const ys = [low, ...inside.map((place) => places.y[place] ?? 0), high]
  let firstGone = count + 1
  let lastGone = -1
  if (!hall.isOpen)
    for (let gap = 0; gap <= count; gap++)
      if (!isWalkable(hall, aisle, ys[gap] ?? 0, ys[gap + 1] ?? 0)) {
        firstGone = Math.min(firstGone, gap)
        lastGone = gap
      }
  const piece = { grid, row, inside, ys, firstGone, lastGone, optional, add }
  addOpenWays(states, piece)
  addClosedWays(states, piece)
}

type Piece = {
  grid: Grid
  row: number
  inside: number[]
  /** Depths of the row before, of the places, and of the row after. */
  ys: number[]
  firstGone: number
  lastGone: number
  optional: Optional
  add: Add
}

function addOpenWays(
  states: FrontierStates,
  { grid, row, inside, ys, firstGone, lastGone, optional, add }: Piece,
) {
  const { start, end } = grid.places
  const count = inside.length
  const hasOptional = inside.some((place) => optional.isOptional(place))
  const endsLow = hasOptional ? optional.worthEnding(inside) : undefined
  const endsHigh = hasOptional ? optional.worthEnding([...inside].reverse()).reverse() : undefined
  for (const lowParity of [EVEN, ODD]) {
    const odd: boolean[] = [lowParity === ODD]
    let length = 0
    for (let gap = 0; gap <= count; gap++) {
      if (gap > 0) {
        const place = inside[gap - 1]
        const turns = start !== end && (place === start || place === end)
        odd.push(turns ? !odd[gap - 1] : (odd[gap - 1] ?? false))
      }
      length += (odd[gap] ? 1 : 2) * ((ys[gap + 1] ?? 0) - (ys[gap] ?? 0))
    }
    const highParity = odd[count] ? ODD : EVEN
    if (lastGone < 0)
      add(states.pieceMove(row, lowParity, highParity, true), length, WALKED_THROUGH, WALKED_THROUGH)
    let widest = -1
    for (let from = 0; from <= Math.min(count, firstGone); from++) {
      if (odd[from] || (endsLow && from > 0 && !endsLow[from - 1])) continue
      for (let to = from; to <= count; to++) {
        if (to > from && !optional.isOptional(inside[to - 1] ?? -1)) break
        if (to < lastGone || (endsHigh && to < count && !endsHigh[to])) continue
        const isMiddle = from > 0 && to < count
        const gap = (ys[to + 1] ?? 0) - (ys[from] ?? 0)
        // Of several gaps in the middle that visit the same places only the widest can be right.
        if (isMiddle && !hasOptional) {
          if (widest < 0 || gap > (ys[widest + 1] ?? 0) - (ys[widest] ?? 0)) widest = from
          continue
        }
        const lows = from > 0 ? lowParity : UNTOUCHED
        const highs = to < count ? highParity : UNTOUCHED
        add(states.pieceMove(row, lows, highs, false), length - 2 * gap, from, to)
      }
    }
    if (widest >= 0) {
      const gap = (ys[widest + 1] ?? 0) - (ys[widest] ?? 0)
      add(states.pieceMove(row, lowParity, highParity, false), length - 2 * gap, widest, widest)
    }
  }
}

/** A walk that begins and ends in this piece and may never leave it: from and to are the first and last gap outside. */
function addClosedWays(states: FrontierStates, { grid, row, inside, ys, optional, add }: Piece) {
  const { hall, places } = grid
  const { start, end } = places
  if (!inside.includes(start) || !inside.includes(end)) return
  const between = Math.abs((places.y[start] ?? 0) - (places.y[end] ?? 0))
  const required = inside.flatMap((place, at) => (optional.isOptional(place) ? [] : [at]))
  const least = required[0] ?? 0
  const most = required.at(-1) ?? 0
  for (let first = 0; first <= least; first++)
    for (let last = most; last < inside.length; last++) {
      const low = ys[first + 1] ?? 0
      const high = ys[last + 1] ?? 0
      if (!hall.isOpen && !isWalkable(hall, places.aisle[start] ?? 0, low, high)) continue
      add(states.closedInside(row), 2 * (high - low) - between, first, last + 1)
    }
}
