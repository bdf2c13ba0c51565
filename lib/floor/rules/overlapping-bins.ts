import type { LayoutBin } from '../schema'

/** Of one bin into another: less is the rounding of metres. */
const TOLERANCE_METRES = 0.001
const CELL_METRES = 1

type Box = { at: number; x: Span; y: Span; z: Span }
type Span = { from: number; to: number }

/**
 * Pairs of bins that would stand in one another, by their places in the list, the earlier one first; at most `most` of them.
 * Boxes are sorted into a grid, and within a cell by height, so that 200,000 bins take a moment.
 */
export function overlappingBins(bins: readonly LayoutBin[], most: number): [number, number][] {
  const cells = new Map<number, Box[]>()
  for (const [at, bin] of bins.entries()) {
    const box = boxOf(bin, at)
    for (const key of cellsOf(box)) {
      const cell = cells.get(key)
      if (cell) cell.push(box)
      else cells.set(key, [box])
    }
  }
  const found = new Map<string, [number, number]>()
  for (const boxes of cells.values()) {
    boxes.sort((one, other) => one.z.from - other.z.from)
    for (const [place, box] of boxes.entries()) {
      for (let next = place + 1; next < boxes.length; next++) {
        const other = boxes[next]
        if (!other || !meet(box.z, other.z)) break
        if (!meet(box.x, other.x) || !meet(box.y, other.y)) continue
        const [first, second] = box.at < other.at ? [box.at, other.at] : [other.at, box.at]
        found.set(`${first} ${second}`, [first, second])
        if (found.size >= most) return [...found.values()]
      }
    }
  }
  return [...found.values()]
}

function boxOf(bin: LayoutBin, at: number): Box {
  const { xMetres, yMetres, widthMetres, depthMetres, heightMetres, pickHeightMetres } = bin
  return {
    at,
    x: { from: xMetres - depthMetres / 2, to: xMetres + depthMetres / 2 },
    y: { from: yMetres - widthMetres / 2, to: yMetres + widthMetres / 2 },
    z: { from: pickHeightMetres, to: pickHeightMetres + heightMetres },
  }
}

const meet = (one: Span, other: Span): boolean =>
  one.from < other.to - TOLERANCE_METRES && other.from < one.to - TOLERANCE_METRES

function* cellsOf({ x, y }: Box): Generator<number> {
  for (let column = cellAt(x.from); column <= cellAt(x.to); column++)
    for (let row = cellAt(y.from); row <= cellAt(y.to); row++) yield column * 100_000 + row
}

const cellAt = (metres: number): number => Math.floor(metres / CELL_METRES)
