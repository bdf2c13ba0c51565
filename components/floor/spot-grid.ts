/** Which spots lie in which square of the floor: lists one after another, `first` says where each begins. */
export type SpotGrid = {
  cellMetres: number
  columns: number
  rows: number
  first: Uint32Array
  spots: Uint32Array
}

const CELL_METRES = 6

/** @param boxes left, top, width, height of each spot in metres */
export function makeGrid(boxes: Float32Array, widthMetres: number, depthMetres: number): SpotGrid {
  const columns = Math.max(1, Math.ceil(widthMetres / CELL_METRES))
  const rows = Math.max(1, Math.ceil(depthMetres / CELL_METRES))
  const count = boxes.length / 4
  const cellOf = (spot: number): number => {
    const x = (boxes[spot * 4] ?? 0) + (boxes[spot * 4 + 2] ?? 0) / 2
    const y = (boxes[spot * 4 + 1] ?? 0) + (boxes[spot * 4 + 3] ?? 0) / 2
    const within = (value: number, most: number) =>
      Math.min(most - 1, Math.max(0, Math.floor(value / CELL_METRES)))
    return within(y, rows) * columns + within(x, columns)
  }
  const first = new Uint32Array(columns * rows + 1)
  for (let spot = 0; spot < count; spot++) first[cellOf(spot) + 1] = (first[cellOf(spot) + 1] ?? 0) + 1
  for (let cell = 1; cell < first.length; cell++) first[cell] = (first[cell] ?? 0) + (first[cell - 1] ?? 0)
  const next = first.slice()
  const spots = new Uint32Array(count)
  for (let spot = 0; spot < count; spot++) {
    const cell = cellOf(spot)
    const at = next[cell] ?? 0
    spots[at] = spot
    next[cell] = at + 1
  }
  return { cellMetres: CELL_METRES, columns, rows, first, spots }
}

/** Calls `see` with every spot that may touch a rectangle of the floor; some beside it come too. */
export function eachSpotIn(
  { cellMetres, columns, rows, first, spots }: SpotGrid,
  box: { left: number; top: number; right: number; bottom: number },
  see: (spot: number) => void,
): void {
  // A spot is listed where its middle is, and reaches into its neighbours.
  const from = (value: number) => Math.max(0, Math.floor((value - cellMetres / 2) / cellMetres))
  const to = (value: number, most: number) =>
    Math.min(most - 1, Math.floor((value + cellMetres / 2) / cellMetres))
  for (let row = from(box.top); row <= to(box.bottom, rows); row++)
    for (let column = from(box.left); column <= to(box.right, columns); column++) {
      const cell = row * columns + column
      const end = first[cell + 1] ?? 0
      for (let at = first[cell] ?? 0; at < end; at++) see(spots[at] ?? 0)
    }
}
